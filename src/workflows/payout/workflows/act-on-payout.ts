import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type ActOnPayoutInput, actOnPayoutStep } from "../steps/act-on-payout"

export const actOnPayoutWorkflowId = "act-on-payout"

/** Staff approve or reject a payout, have one sent once more, or say how one ended that people carry out. */
export const actOnPayoutWorkflow = createWorkflow(actOnPayoutWorkflowId, (input: ActOnPayoutInput) => {
  const change = actOnPayoutStep(input)
  recordAuditStep(
    transform({ input, change }, (data) => ({
      action: `payout.${data.input.action}`,
      vendor_id: data.change.vendor_id,
      record_type: "payout",
      record_id: data.input.payout_id,
      reason: "reason" in data.input ? data.input.reason : null,
      before: data.change.before,
      after: data.change.after,
    }))
  )

  return new WorkflowResponse(change)
})
