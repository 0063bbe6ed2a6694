import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type TakeBankFileInput, takeBankFileStep } from "../steps/take-bank-file"

export const takeBankFileWorkflowId = "take-bank-file"

/** Puts the payouts that staff carry out into one file, and notes who took it. Numbers of accounts are not in the workflow. */
export const takeBankFileWorkflow = createWorkflow(takeBankFileWorkflowId, (input: TakeBankFileInput) => {
  const file = takeBankFileStep(input)
  recordAuditStep(
    transform({ file }, (data) => ({
      action: "payout.bank-file-taken",
      record_type: "payout_batch",
      record_id: data.file.batch,
      after: { payouts: data.file.payout_ids.length },
    }))
  )

  return new WorkflowResponse(file)
})
