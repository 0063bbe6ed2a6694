import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import type { MarkBankRefundInput } from "../desk"
import { markBankRefundStep } from "../steps/act-on-desk"

export const markBankRefundWorkflowId = "mark-bank-refund-as-ended"

/** Staff have sent money back by a transfer of their own, or could not. */
export const markBankRefundWorkflow = createWorkflow(
  markBankRefundWorkflowId,
  (input: MarkBankRefundInput) => {
    const refund = markBankRefundStep(input)
    recordAuditStep(
      transform({ refund }, (data) => ({
        action: `bank_refund.${data.refund.state}`,
        record_type: "bank_refund",
        record_id: data.refund.id,
        reason: data.refund.note ?? undefined,
        after: { amount: data.refund.amount, currency_code: data.refund.currency_code },
      }))
    )

    return new WorkflowResponse(refund)
  }
)
