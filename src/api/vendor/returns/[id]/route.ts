import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { retrieveVendorReturn } from "../../../../workflows/vendor-order/list-vendor-returns"
import { boundVendorId } from "../../context"

export const ACCESS = { GET: vendor("returns:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({
    return: await retrieveVendorReturn(req.scope, { vendor_id: boundVendorId(req), id: req.params.id! }),
  })
}
