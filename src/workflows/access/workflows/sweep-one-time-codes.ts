import { createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { sweepOneTimeCodesStep } from "../steps/sweep-one-time-codes"

export const sweepOneTimeCodesWorkflowId = "sweep-one-time-codes"

/** Deletes codes, counts and memories that have run out. */
export const sweepOneTimeCodesWorkflow = createWorkflow(
  sweepOneTimeCodesWorkflowId,
  (input: WorkflowData<{ now: Date }>) => new WorkflowResponse(sweepOneTimeCodesStep(input))
)
