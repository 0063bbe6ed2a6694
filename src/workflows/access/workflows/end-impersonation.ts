import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { closeImpersonationStep } from "../steps/close-impersonation"

export const endImpersonationWorkflowId = "end-impersonation"

export const endImpersonationWorkflow = createWorkflow(
  endImpersonationWorkflowId,
  (input: { id: string }) => {
    const session = closeImpersonationStep(input)
    recordAuditStep(
      transform({ session }, (data) => ({
        action: "impersonation.ended",
        record_type: data.session.actor_type,
        record_id: data.session.actor_id,
        after: { session_id: data.session.id },
      }))
    )

    return new WorkflowResponse(session.id)
  }
)
