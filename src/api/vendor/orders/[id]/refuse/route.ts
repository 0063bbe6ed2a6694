import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, vendor, WHILE_SERVING } from "../../../../../lib/route-access"
import { refuseVendorOrderWorkflow } from "../../../../../workflows/pay-on-delivery/workflows/refuse-vendor-order"
import { answerOrder, orderRef } from "../../helpers"
import type { VendorRefuseOrderType } from "../../validators"

export const ACCESS = { POST: vendor("orders:fulfil", { while: WHILE_SERVING }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<VendorRefuseOrderType>, res: MedusaResponse) => {
  const { reason, note } = req.validatedBody
  await refuseVendorOrderWorkflow(req.scope).run({
    input: { ...orderRef(req), reason_code: reason, note: note ?? null, is_by_staff: false },
  })

  res.json(await answerOrder(req))
}
