import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type SettleTransactionInput, settleTransactionStep } from "../steps/settle-transaction"

export const settleTransactionWorkflowId = "settle-gateway-transaction"

/** Brings a gateway transaction to its end. Called by the inbox and by reconciliation, any number of times. */
export const settleTransactionWorkflow = createWorkflow(
  settleTransactionWorkflowId,
  (input: SettleTransactionInput) => new WorkflowResponse(settleTransactionStep(input))
)
