import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { matchBankTransferWorkflow } from "../../../../../workflows/bank-transfer/workflows/match-transfer"
import type { AdminMatchBankTransferType } from "../../validators"

export const ACCESS = { POST: staff("ledger:write", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminMatchBankTransferType>, res: MedusaResponse) => {
  const { result } = await matchBankTransferWorkflow(req.scope).run({
    input: { id: req.params.id!, ...req.validatedBody },
  })

  res.json(result)
}
