import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../../lib/route-access"
import { markBankRefundWorkflow } from "../../../../../../workflows/bank-transfer/workflows/mark-refund"
import { staffContext } from "../../../../../access/admit-staff"
import type { AdminMarkBankRefundType } from "../../../validators"

export const ACCESS = { POST: staff("ledger:write", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminMarkBankRefundType>, res: MedusaResponse) => {
  const { outcome, note } = req.validatedBody
  const { result } = await markBankRefundWorkflow(req.scope).run({
    input: { id: req.params.id!, to: outcome, note, by: staffContext(req).user_id },
  })

  res.json({ bank_refund: result })
}
