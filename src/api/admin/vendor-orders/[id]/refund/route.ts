import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { refundPart } from "../../../../../workflows/vendor-order/refund-view"
import type { VendorRefundOrderType } from "../../../../vendor/orders/validators"
import { vendorOrderRef } from "../../helpers"

export const ACCESS = { POST: staff("refunds:create") } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorRefundOrderType>, res: MedusaResponse) => {
  res.json({ refund: await refundPart(req.scope, { ...(await vendorOrderRef(req)), ...req.validatedBody }) })
}
