import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { approveRefundAccountStep } from "../steps/act-on-refund-account"

export const approveRefundAccountWorkflowId = "approve-refund-account"

/** Staff have seen to it that an account is the buyer's whose holder's name no gateway has confirmed. */
export const approveRefundAccountWorkflow = createWorkflow(
  approveRefundAccountWorkflowId,
  (input: { id: string; by: string }) => {
    const refund = approveRefundAccountStep(input)
    recordAuditStep(
      transform({ input }, (data) => ({
        action: "refund_account.approved",
        record_type: "gateway_refund",
        record_id: data.input.id,
      }))
    )

    return new WorkflowResponse(refund)
  }
)
