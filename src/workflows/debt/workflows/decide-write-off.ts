import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { decideWriteOffStep } from "../steps/write-off"
import type { DecideWriteOffInput } from "../write-offs"

export const decideWriteOffWorkflowId = "decide-write-off"

/** Other staff decide on it. */
export const decideWriteOffWorkflow = createWorkflow(
  decideWriteOffWorkflowId,
  (input: DecideWriteOffInput) => new WorkflowResponse(decideWriteOffStep(input))
)
