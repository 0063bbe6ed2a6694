import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type InviteMemberInput, inviteMemberStep } from "../steps/invite-member"

export const inviteMemberWorkflowId = "invite-member"

/** Invites somebody into a shop, by a link that goes to their address alone. */
export const inviteMemberWorkflow = createWorkflow(inviteMemberWorkflowId, (input: InviteMemberInput) => {
  const id = inviteMemberStep(input)
  recordAuditStep(
    transform({ id, input }, (data) => ({
      action: "vendor-invitation.created",
      vendor_id: data.input.vendor_id,
      record_type: "vendor_invitation",
      record_id: data.id,
      after: { email: data.input.email, role: data.input.role },
    }))
  )

  return new WorkflowResponse(id)
})
