import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { recordAuditStep } from "../../audit/record-audit"
import { loginLock } from "../login-lock"
import { acceptStaffInvitationStep } from "../steps/accept-staff-invitation"
import { endSessionsStep } from "../steps/end-sessions"
import { ensureLoginUserStep } from "../steps/ensure-login-user"
import { proveEmailsStep } from "../steps/prove-emails"

export const acceptStaffInvitationWorkflowId = "accept-staff-invitation"

export type AcceptInvitationInput = { token: string; auth_identity_id: string; user_id: string | null }

/**
 * Joins the staff: by the right link, and a login whose e-mail address is proved and is the invited one. Whatever the
 * person was signed in with before ends, this session too: as staff they sign in anew.
 */
export const acceptStaffInvitationWorkflow = createWorkflow(
  acceptStaffInvitationWorkflowId,
  (input: AcceptInvitationInput) => {
    const lock = transform(input, loginLock)
    // Two acceptances of a fresh login would both make its user.
    acquireLockStep(lock)
    const emails = proveEmailsStep(input)
    const user_id = ensureLoginUserStep(
      transform({ input, emails }, (data) => ({ ...data.input, email: data.emails[0] as string }))
    )
    const change = acceptStaffInvitationStep(
      transform({ input, emails, user_id }, (data) => ({
        token: data.input.token,
        emails: data.emails,
        user_id: data.user_id,
      }))
    )
    releaseLockStep(lock)
    endSessionsStep(
      transform({ change }, (data) => ({
        actor_type: "user",
        actor_id: data.change.user_id,
        because: "staff_role_changed",
      }))
    )
    recordAuditStep(
      transform({ change }, (data) => ({
        action: "staff.joined",
        record_type: "user",
        record_id: data.change.user_id,
        before: { role: data.change.from },
        after: { role: data.change.to },
      }))
    )

    return new WorkflowResponse(change)
  }
)
