import { createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { IssueCodeInput } from "../../../modules/one-time-code/types"
import { sendCodeStep } from "../steps/send-code"

export const sendCodeWorkflowId = "send-code"

/** Sends a code of six digits. It throws `resend_limited`, `sms_budget_used_up` or `phone_country_refused`. */
export const sendCodeWorkflow = createWorkflow(
  sendCodeWorkflowId,
  (input: WorkflowData<IssueCodeInput>) => new WorkflowResponse(sendCodeStep(input))
)
