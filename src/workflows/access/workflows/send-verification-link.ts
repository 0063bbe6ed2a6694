import { createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type SendVerificationLinkInput, sendVerificationLinkStep } from "../steps/send-verification-link"

export type { SendVerificationLinkInput }

export const sendVerificationLinkWorkflowId = "send-verification-link"

/** Sends the link that confirms the e-mail address of a login. */
export const sendVerificationLinkWorkflow = createWorkflow(
  sendVerificationLinkWorkflowId,
  (input: WorkflowData<SendVerificationLinkInput>) => new WorkflowResponse(sendVerificationLinkStep(input))
)
