import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type RequestWriteOffStepInput, requestWriteOffStep } from "../steps/write-off"

export const requestWriteOffWorkflowId = "request-write-off"

/** Staff ask that what a shop owes be given up. */
export const requestWriteOffWorkflow = createWorkflow(
  requestWriteOffWorkflowId,
  (input: RequestWriteOffStepInput) => new WorkflowResponse(requestWriteOffStep(input))
)
