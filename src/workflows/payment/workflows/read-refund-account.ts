import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"

export const readRefundAccountWorkflowId = "read-refund-account"

/** Notes that somebody is shown the number of a buyer's account, before it is. */
export const readRefundAccountWorkflow = createWorkflow(
  readRefundAccountWorkflowId,
  (input: { id: string }) => {
    const noted = recordAuditStep(
      transform({ input }, (data) => ({
        action: "refund_account.read",
        record_type: "gateway_refund",
        record_id: data.input.id,
      }))
    )

    return new WorkflowResponse(noted)
  }
)
