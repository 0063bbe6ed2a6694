import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import type { SettleDebtInput } from "../settle-debt"
import { settleDebtStep } from "../steps/invoice"

export const settleDebtWorkflowId = "settle-debt-of-shop"

/** Staff say what a shop has paid of its debt by bank transfer. */
export const settleDebtWorkflow = createWorkflow(settleDebtWorkflowId, (input: SettleDebtInput) => {
  const settled = settleDebtStep(input)
  recordAuditStep(
    transform(
      { input, settled },
      ({ input: { vendor_id, received_at, note }, settled: { is_new, ...paid } }) => ({
        action: "vendor_debt.paid",
        vendor_id,
        record_type: "vendor",
        record_id: vendor_id,
        reason: note,
        after: { ...paid, received_at, is_new },
      })
    )
  )

  return new WorkflowResponse(settled)
})
