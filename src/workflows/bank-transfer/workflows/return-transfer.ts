import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { returnBankTransferStep } from "../steps/act-on-desk"

export const returnBankTransferWorkflowId = "return-unmatched-bank-transfer"

/** Staff give up finding out which payment a transfer is for. */
export const returnBankTransferWorkflow = createWorkflow(
  returnBankTransferWorkflowId,
  (input: { id: string; reason: string }) => {
    const returned = returnBankTransferStep(input)
    recordAuditStep(
      transform({ returned, input }, ({ returned: { bank_transfer, outcome }, input: { reason } }) => ({
        action: "bank_transfer.returned",
        record_type: "bank_transfer",
        record_id: bank_transfer.id,
        reason,
        after: { reference: bank_transfer.reference, outcome },
      }))
    )

    return new WorkflowResponse(returned)
  }
)
