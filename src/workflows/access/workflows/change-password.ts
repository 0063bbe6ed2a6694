import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { PasswordEvents } from "../../../lib/password-events"
import { endSessionsOfLoginStep } from "../steps/end-sessions-of-login"
import { setPasswordStep } from "../steps/set-password"
import { verifyPasswordStep } from "../steps/verify-password"

export const changePasswordWorkflowId = "change-password"

export type ChangePasswordInput = { auth_identity_id: string; current_password: string; new_password: string }

/** Changes the password of somebody who knows the current one, signs the login out everywhere and tells its owner. */
export const changePasswordWorkflow = createWorkflow(
  changePasswordWorkflowId,
  (input: ChangePasswordInput) => {
    const { email } = verifyPasswordStep(input)
    setPasswordStep(
      transform({ input, email }, (data) => ({ email: data.email, password: data.input.new_password }))
    )
    endSessionsOfLoginStep(
      transform({ input }, (data) => ({
        auth_identity_id: data.input.auth_identity_id,
        because: "password changed",
      }))
    )
    emitEventStep({
      eventName: PasswordEvents.CHANGED,
      data: transform({ input, email }, (data) => ({
        email: data.email,
        auth_identity_id: data.input.auth_identity_id,
      })),
    })

    return new WorkflowResponse({ email })
  }
)
