import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../lib/route-access"
import { readScorecard } from "../../../workflows/scorecard/read-scorecard"
import { boundVendorId, vendorContext } from "../context"

export const ACCESS = { GET: vendor("orders:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { settings } = vendorContext(req)

  res.json({
    performance: await readScorecard(req.scope, { vendor_id: boundVendorId(req), settings, now: new Date() }),
  })
}
