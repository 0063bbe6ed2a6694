import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { retryRefundStep } from "../steps/retry-refund"

export const retryRefundWorkflowId = "retry-failed-refund"

/** Staff try a refund once more that the gateway could not make. */
export const retryRefundWorkflow = createWorkflow(retryRefundWorkflowId, (input: { id: string }) => {
  const refund = retryRefundStep(input)
  recordAuditStep(
    transform({ input, refund }, (data) => ({
      action: "refund.retried",
      record_type: "gateway_refund",
      record_id: data.input.id,
      after: { try_id: data.refund.id, state: data.refund.state, amount: data.refund.amount },
    }))
  )

  return new WorkflowResponse(refund)
})
