import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { anyone, type RouteAccess } from "../../../../../../../lib/route-access"
import { enterAccountAsBuyer } from "../../../../../../../workflows/payment/enter-account"
import type { StoreEnterRefundAccountType } from "../../../../validators"

/** The buyer, signed in or by the signed link; the middleware of the route sees to it. */
export const ACCESS = { POST: anyone() } satisfies RouteAccess

export const POST = async (req: MedusaRequest<StoreEnterRefundAccountType>, res: MedusaResponse) => {
  const { id: order_id = "", refund_id = "" } = req.params

  res.json({
    refund: await enterAccountAsBuyer(req.scope, { order_id, refund_id, body: req.validatedBody }),
  })
}
