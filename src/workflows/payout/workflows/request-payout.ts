import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type RequestPayoutInput, requestPayoutStep } from "../steps/request-payout"

export const requestPayoutWorkflowId = "request-payout"

/** A shop asks for its money. */
export const requestPayoutWorkflow = createWorkflow(requestPayoutWorkflowId, (input: RequestPayoutInput) => {
  const payout = requestPayoutStep(input)
  recordAuditStep(
    transform({ input, payout }, (data) => ({
      action: "payout.requested",
      vendor_id: data.input.vendor_id,
      record_type: "payout",
      record_id: data.payout.id,
      after: data.payout,
    }))
  )

  return new WorkflowResponse(payout)
})
