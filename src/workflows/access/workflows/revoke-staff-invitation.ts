import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { revokeStaffInvitationStep } from "../steps/revoke-staff-invitation"

export const revokeStaffInvitationWorkflowId = "revoke-staff-invitation"

/** Takes an open invitation to the staff back. */
export const revokeStaffInvitationWorkflow = createWorkflow(
  revokeStaffInvitationWorkflowId,
  (input: { id: string }) => {
    const id = revokeStaffInvitationStep(input)
    recordAuditStep(
      transform({ id }, (data) => ({
        action: "staff.invitation-revoked",
        record_type: "staff_invitation",
        record_id: data.id,
      }))
    )

    return new WorkflowResponse(id)
  }
)
