import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type AddMessageInput, addMessageStep } from "../steps/add-message"

export const addDisputeMessageWorkflowId = "add-dispute-message"

export const addDisputeMessageWorkflow = createWorkflow(
  addDisputeMessageWorkflowId,
  (input: AddMessageInput) => new WorkflowResponse(addMessageStep(input))
)
