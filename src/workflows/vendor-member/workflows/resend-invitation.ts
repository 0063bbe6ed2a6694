import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { type ResendInvitationInput, resendInvitationStep } from "../steps/resend-invitation"

export const resendInvitationWorkflowId = "resend-invitation"

/** Sends an invitation again; the former link ends. */
export const resendInvitationWorkflow = createWorkflow(
  resendInvitationWorkflowId,
  (input: ResendInvitationInput) => {
    const id = resendInvitationStep(input)
    recordAuditStep(
      transform({ id, input }, (data) => ({
        action: "vendor-invitation.resent",
        vendor_id: data.input.vendor_id,
        record_type: "vendor_invitation",
        record_id: data.id,
      }))
    )

    return new WorkflowResponse(id)
  }
)
