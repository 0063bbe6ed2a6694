import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../../../lib/route-access"
import { returnBankTransferWorkflow } from "../../../../../workflows/bank-transfer/workflows/return-transfer"
import type { AdminReturnBankTransferType } from "../../validators"

export const ACCESS = { POST: staff("ledger:write", { step_up: true }) } satisfies RouteAccess

export const POST = async (req: MedusaRequest<AdminReturnBankTransferType>, res: MedusaResponse) => {
  const { result } = await returnBankTransferWorkflow(req.scope).run({
    input: { id: req.params.id!, ...req.validatedBody },
  })

  res.json(result)
}
