import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type RemitCashInput, remitCashStep } from "../steps/remit-cash"

export const remitCashWorkflowId = "remit-cash"

/** Staff have seen the cash of a vendor order on the platform's bank statement. */
export const remitCashWorkflow = createWorkflow(remitCashWorkflowId, (input: RemitCashInput) => {
  const remitted = remitCashStep(input)
  recordAuditStep(
    transform({ input }, (data) => ({
      action: "vendor_cash.remitted",
      record_type: "vendor_order",
      record_id: data.input.vendor_order_id,
      after: { amount: data.input.amount },
    }))
  )

  return new WorkflowResponse(remitted)
})
