import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type RunPayoutsInput, runPayoutsStep } from "../steps/run-payouts"

export const runPayoutsWorkflowId = "run-payouts"

/** Pays the vendors whose day has come, each once, and sends what is approved. */
export const runPayoutsWorkflow = createWorkflow(
  runPayoutsWorkflowId,
  (input: RunPayoutsInput) => new WorkflowResponse(runPayoutsStep(input))
)
