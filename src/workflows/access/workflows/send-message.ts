import { createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type SendMessageInput, sendMessageStep } from "../steps/send-message"

export const sendMessageWorkflowId = "send-message"

/** Sends one message by e-mail or SMS. It throws `message_not_sent` when nobody took it. */
export const sendMessageWorkflow = createWorkflow(
  sendMessageWorkflowId,
  (input: WorkflowData<SendMessageInput>) => new WorkflowResponse(sendMessageStep(input))
)
