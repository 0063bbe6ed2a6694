import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { VendorEvents } from "../../../modules/vendor/events"
import { loginLock } from "../../access/login-lock"
import { ensureLoginUserStep } from "../../access/steps/ensure-login-user"
import { recordAuditStep } from "../../audit/record-audit"
import { acceptInvitationStep } from "../steps/accept-invitation"
import { type FindInvitedLoginInput, findInvitedLoginStep } from "../steps/find-invited-login"

export const acceptInvitationWorkflowId = "accept-invitation"

/** Joins a shop: by the link, and by a login that is known to read the invited address. */
export const acceptInvitationWorkflow = createWorkflow(
  acceptInvitationWorkflowId,
  (input: FindInvitedLoginInput) => {
    const lock = transform(input, loginLock)
    acquireLockStep(lock)
    const login = findInvitedLoginStep(input)
    const user_id = ensureLoginUserStep(login)
    const member = acceptInvitationStep(
      transform({ input, login, user_id }, (data) => ({
        token: data.input.token,
        proven_emails: data.login.proven_emails,
        user_id: data.user_id,
      }))
    )
    releaseLockStep(lock)
    emitEventStep({
      eventName: VendorEvents.MEMBER_JOINED,
      data: { vendor_id: member.vendor_id, member_id: member.id, user_id: member.user_id },
    })
    recordAuditStep(
      transform({ member }, (data) => ({
        action: "vendor-member.joined",
        vendor_id: data.member.vendor_id,
        record_type: "vendor_member",
        record_id: data.member.id,
        after: { user_id: data.member.user_id, role: data.member.role },
      }))
    )

    return new WorkflowResponse(member)
  }
)
