import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import type { RecordBankTransferInput } from "../desk"
import { recordBankTransferStep } from "../steps/act-on-desk"

export const recordBankTransferWorkflowId = "record-bank-transfer-of-buyer"

/** Staff say what has arrived in the platform's bank account; the payment that it is for comes to its end. */
export const recordBankTransferWorkflow = createWorkflow(
  recordBankTransferWorkflowId,
  (input: RecordBankTransferInput) => {
    const recorded = recordBankTransferStep(input)
    recordAuditStep(
      transform({ recorded }, ({ recorded: { bank_transfer, outcome } }) => ({
        action: "bank_transfer.recorded",
        record_type: "bank_transfer",
        record_id: bank_transfer.id,
        after: {
          bank_reference: bank_transfer.bank_reference,
          reference: bank_transfer.reference,
          amount: bank_transfer.amount,
          currency_code: bank_transfer.currency_code,
          outcome,
        },
      }))
    )

    return new WorkflowResponse(recorded)
  }
)
