import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type DecideMatchHoldInput, decideMatchHoldStep } from "../steps/decide-match-hold"

export const decideMatchHoldWorkflowId = "decide-match-hold"

/** Staff say what becomes of money that waits because its buyer and its shop are alike. */
export const decideMatchHoldWorkflow = createWorkflow(
  decideMatchHoldWorkflowId,
  (input: DecideMatchHoldInput) => {
    const change = decideMatchHoldStep(input)
    recordAuditStep(
      transform({ input, change }, (data) => ({
        action: `payout-hold.${data.input.to}`,
        vendor_id: data.change.vendor_id,
        record_type: "vendor_order",
        record_id: data.input.vendor_order_id,
        reason: data.input.reason,
        before: data.change.before,
        after: data.change.after,
      }))
    )

    return new WorkflowResponse(change)
  }
)
