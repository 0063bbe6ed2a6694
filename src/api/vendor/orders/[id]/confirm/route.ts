import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { confirmVendorOrderWorkflow } from "../../../../../workflows/vendor-order/workflows/confirm-vendor-order"
import { answerOrder, orderRef } from "../../helpers"

export const ACCESS = { POST: vendor("orders:fulfil", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  await confirmVendorOrderWorkflow(req.scope).run({ input: orderRef(req) })

  res.json(await answerOrder(req))
}
