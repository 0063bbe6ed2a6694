import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { runClocksStep } from "../steps/run-clocks"

export const runClocksWorkflowId = "run-clocks"

/** One run of the clocks of orders and returns. */
export const runClocksWorkflow = createWorkflow(
  runClocksWorkflowId,
  (input: { now?: string }) => new WorkflowResponse(runClocksStep(input))
)
