import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor } from "../../../../lib/route-access"
import { retrieveVendorCustomer } from "../../../../workflows/vendor-order/list-vendor-customers"
import { boundVendorId } from "../../context"

export const ACCESS = { GET: vendor("customers:read") } satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({
    customer: await retrieveVendorCustomer(req.scope, {
      vendor_id: boundVendorId(req),
      id: req.params.id!,
    }),
  })
}
