import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { dunDebtsStep } from "../steps/dun-debts"

export const dunDebtsWorkflowId = "dun-debts"

/** One run over everything that shops owe. */
export const dunDebtsWorkflow = createWorkflow(
  dunDebtsWorkflowId,
  (input: { now?: string }) => new WorkflowResponse(dunDebtsStep(input))
)
