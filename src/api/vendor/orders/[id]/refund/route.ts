import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { refundPart } from "../../../../../workflows/vendor-order/refund-view"
import { orderRef } from "../../helpers"
import type { VendorRefundOrderType } from "../../validators"

export const ACCESS = { POST: vendor("refunds:create", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorRefundOrderType>, res: MedusaResponse) => {
  res.json({ refund: await refundPart(req.scope, { ...orderRef(req), ...req.validatedBody }) })
}
