import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type MoveDepositInput, moveDepositStep } from "../steps/move-deposit"

export const moveDepositWorkflowId = "move-deposit"

/** Staff say that a shop's deposit has arrived, covers what it owes, or went back. */
export const moveDepositWorkflow = createWorkflow(moveDepositWorkflowId, (input: MoveDepositInput) => {
  const deposit = moveDepositStep(input)
  recordAuditStep(
    transform({ input }, ({ input: { vendor_id, move, currency_code, amount, reference } }) => ({
      action: `vendor_deposit.${move}`,
      vendor_id,
      record_type: "vendor",
      record_id: vendor_id,
      after: { currency_code, amount, reference },
    }))
  )

  return new WorkflowResponse(deposit)
})
