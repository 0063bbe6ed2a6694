import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../../../lib/route-access"
import { cancelVendorFulfilmentWorkflow } from "../../../../../../../workflows/vendor-order/workflows/cancel-vendor-fulfilment"
import { answerOrder, fulfilmentRef } from "../../../../helpers"

export const ACCESS = { POST: vendor("orders:fulfil", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await cancelVendorFulfilmentWorkflow(req.scope).run({ input: fulfilmentRef(req) })

  res.json(await answerOrder(req))
}
