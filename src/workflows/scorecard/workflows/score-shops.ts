import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { scoreShopsStep } from "../steps/score-shops"

export const scoreShopsWorkflowId = "score-shops"

/** One run over all shops that have sold of late. */
export const scoreShopsWorkflow = createWorkflow(
  scoreShopsWorkflowId,
  (input: { now?: string }) => new WorkflowResponse(scoreShopsStep(input))
)
