import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { confirmDelivery } from "../../../../../workflows/vendor-order/confirm-delivery"
import { vendorOrderRef } from "../../helpers"

export const ACCESS = { POST: staff("orders:fulfil") } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json({ vendor_order: await confirmDelivery(req.scope, await vendorOrderRef(req)) })
}
