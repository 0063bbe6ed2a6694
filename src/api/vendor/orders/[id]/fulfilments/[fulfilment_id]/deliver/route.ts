import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../../../lib/route-access"
import { deliverAsVendor } from "../../../../../../../workflows/vendor-order/confirm-delivery"
import { answerOrder, fulfilmentRef } from "../../../../helpers"
import type { VendorDeliverFulfilmentType } from "../../../../validators"

export const ACCESS = { POST: vendor("orders:fulfil", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorDeliverFulfilmentType>, res: MedusaResponse) => {
  await deliverAsVendor(req.scope, fulfilmentRef(req), req.validatedBody.code)

  res.json(await answerOrder(req))
}
