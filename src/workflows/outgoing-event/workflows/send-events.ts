import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { sendEventsStep } from "../steps/send-events"

export const sendEventsWorkflowId = "send-outgoing-events"

/** Hands what the database has written down for others to the event bus, in order, each at least once. */
export const sendEventsWorkflow = createWorkflow(
  sendEventsWorkflowId,
  () => new WorkflowResponse(sendEventsStep())
)
