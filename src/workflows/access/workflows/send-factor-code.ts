import {
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { IssueCodeInput } from "../../../modules/one-time-code/types"
import { findCodeFactorStep, type SendFactorCodeInput } from "../steps/find-code-factor"
import { sendCodeStep } from "../steps/send-code"

export const sendFactorCodeWorkflowId = "send-factor-code"

/** Sends the code that a second factor by SMS or e-mail is shown with. */
export const sendFactorCodeWorkflow = createWorkflow(
  sendFactorCodeWorkflowId,
  (input: WorkflowData<SendFactorCodeInput>) => {
    const destination = findCodeFactorStep(input)
    const order = transform(
      { input, destination },
      (data): IssueCodeInput => ({
        purpose: "second_factor",
        subject: data.input.auth_identity_id,
        destination: data.destination,
        asker: data.input.auth_identity_id,
        channel: data.input.method,
      })
    )

    return new WorkflowResponse(sendCodeStep(order))
  }
)
