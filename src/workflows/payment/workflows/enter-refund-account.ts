import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type EnterRefundAccountInput, enterRefundAccountStep } from "../steps/act-on-refund-account"

export const enterRefundAccountWorkflowId = "enter-refund-account"

/** Names the bank account that a refund goes to which cannot go back the way it came. */
export const enterRefundAccountWorkflow = createWorkflow(
  enterRefundAccountWorkflowId,
  (input: EnterRefundAccountInput) => {
    const refund = enterRefundAccountStep(input)
    recordAuditStep(
      transform({ input }, ({ input: { account } }) => ({
        action: "refund_account.entered",
        record_type: "gateway_refund",
        record_id: account.refund_id,
        after: {
          bank_code: account.bank_code,
          account_name: account.account_name,
          account_last4: account.account_last4,
          name_check: account.name_check,
        },
      }))
    )

    return new WorkflowResponse(refund)
  }
)
