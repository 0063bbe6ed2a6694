import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type RouteAccess, staff } from "../../../lib/route-access"
import { listTransfers } from "../../../workflows/bank-transfer/view"
import { recordBankTransferWorkflow } from "../../../workflows/bank-transfer/workflows/record-transfer"
import { staffContext } from "../../access/admit-staff"
import type { AdminGetBankTransfersParamsType, AdminRecordBankTransferType } from "./validators"

export const ACCESS = {
  GET: staff("ledger:read"),
  POST: staff("ledger:write", { step_up: true }),
} satisfies RouteAccess

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  // Validated by the middleware of this very route.
  res.json(await listTransfers(req.scope, req.validatedQuery as unknown as AdminGetBankTransfersParamsType))
}

export const POST = async (req: MedusaRequest<AdminRecordBankTransferType>, res: MedusaResponse) => {
  const { result } = await recordBankTransferWorkflow(req.scope).run({
    input: { ...req.validatedBody, by: staffContext(req).user_id },
  })
  const { is_new, ...recorded } = result

  res.status(is_new ? 201 : 200).json(recorded)
}
