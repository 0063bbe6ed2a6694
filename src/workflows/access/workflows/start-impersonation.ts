import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { openImpersonationStep, type StartImpersonationInput } from "../steps/open-impersonation"

export const startImpersonationWorkflowId = "start-impersonation"

/** Lets a member of staff act under somebody's name for some minutes, with a reason, every action under both names. */
export const startImpersonationWorkflow = createWorkflow(
  startImpersonationWorkflowId,
  (input: StartImpersonationInput) => {
    const session = openImpersonationStep(input)
    recordAuditStep(
      transform({ input, session }, (data) => ({
        action: "impersonation.started",
        record_type: data.input.actor_type,
        record_id: data.input.actor_id,
        reason: data.input.reason,
        after: { session_id: data.session.id, minutes: data.input.minutes },
      }))
    )

    return new WorkflowResponse(session)
  }
)
