import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { matchBankTransferStep } from "../steps/act-on-desk"

export const matchBankTransferWorkflowId = "match-bank-transfer-to-payment"

/** Staff have found out which payment a transfer is for. */
export const matchBankTransferWorkflow = createWorkflow(
  matchBankTransferWorkflowId,
  (input: { id: string; reference: string }) => {
    const matched = matchBankTransferStep(input)
    recordAuditStep(
      transform({ matched }, ({ matched: { bank_transfer, outcome } }) => ({
        action: "bank_transfer.matched",
        record_type: "bank_transfer",
        record_id: bank_transfer.id,
        after: { reference: bank_transfer.reference, outcome },
      }))
    )

    return new WorkflowResponse(matched)
  }
)
