import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type ProcessInboxEventInput, processInboxEventStep } from "../steps/process-inbox-event"

export const processInboxEventWorkflowId = "process-inbox-event"

/** Acts on one event of the webhook inbox. */
export const processInboxEventWorkflow = createWorkflow(
  processInboxEventWorkflowId,
  (input: ProcessInboxEventInput) => new WorkflowResponse(processInboxEventStep(input))
)
