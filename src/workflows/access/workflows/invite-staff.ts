import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { createStaffInvitationStep, type InviteStaffInput } from "../steps/create-staff-invitation"

export const inviteStaffWorkflowId = "invite-staff"

/** Invites somebody to the staff, by a link that goes to their e-mail address alone. */
export const inviteStaffWorkflow = createWorkflow(inviteStaffWorkflowId, (input: InviteStaffInput) => {
  const invitation = createStaffInvitationStep(input)
  recordAuditStep(
    transform({ invitation }, (data) => ({
      action: "staff.invited",
      record_type: "staff_invitation",
      record_id: data.invitation.id,
      after: { email: data.invitation.email, role: data.invitation.role },
    }))
  )

  return new WorkflowResponse(invitation)
})
