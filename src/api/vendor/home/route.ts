import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { readHome } from "../../../workflows/vendor-home/read-home"
import { boundVendorId, vendorContext } from "../context"

/** Every member may ask; what each sees of it is decided by their permissions. */
export const ACCESS = { GET: vendor("shop:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { settings, permissions } = vendorContext(req)
  const vendor_id = boundVendorId(req)

  res.json({ home: await readHome(req.scope, { vendor_id, settings, permissions, now: new Date() }) })
}
