import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type SetPayoutTermsInput, setPayoutTermsStep } from "../steps/set-payout-terms"

export const setPayoutTermsWorkflowId = "set-payout-terms"

/** Staff say how a shop is paid: how risky it is, how often, or not at all for now. */
export const setPayoutTermsWorkflow = createWorkflow(
  setPayoutTermsWorkflowId,
  (input: SetPayoutTermsInput) => {
    const change = setPayoutTermsStep(input)
    recordAuditStep(
      transform({ input, change }, (data) => ({
        action: "payout-terms.changed",
        vendor_id: data.input.vendor_id,
        record_type: "vendor",
        record_id: data.input.vendor_id,
        before: data.change.before,
        after: data.change.after,
      }))
    )

    return new WorkflowResponse(change.after)
  }
)
