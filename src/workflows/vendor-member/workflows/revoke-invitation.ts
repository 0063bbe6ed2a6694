import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type RevokeInvitationInput, revokeInvitationStep } from "../steps/revoke-invitation"

export const revokeInvitationWorkflowId = "revoke-invitation"

/** Takes an open invitation into a shop back. */
export const revokeInvitationWorkflow = createWorkflow(
  revokeInvitationWorkflowId,
  (input: RevokeInvitationInput) => {
    const id = revokeInvitationStep(input)
    recordAuditStep(
      transform({ id, input }, (data) => ({
        action: "vendor-invitation.revoked",
        vendor_id: data.input.vendor_id,
        record_type: "vendor_invitation",
        record_id: data.id,
      }))
    )

    return new WorkflowResponse(id)
  }
)
