import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { cancelVendorOrderWorkflow } from "../../../../../workflows/vendor-order/workflows/cancel-vendor-order"
import { answerOrder, orderRef } from "../../helpers"
import type { VendorCancelOrderType } from "../../validators"

export const ACCESS = { POST: vendor("orders:cancel", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorCancelOrderType>, res: MedusaResponse) => {
  await cancelVendorOrderWorkflow(req.scope).run({
    input: {
      ...orderRef(req),
      reason: req.validatedBody.reason,
      canceled_by: "vendor",
      reason_code: "canceled_by_shop",
    },
  })

  res.json(await answerOrder(req))
}
