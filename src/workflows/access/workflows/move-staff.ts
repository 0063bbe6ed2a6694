import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordAuditStep } from "../../audit/record-audit"
import { endSessionsStep } from "../steps/end-sessions"
import { type MoveStaffInput, moveStaffStep } from "../steps/move-staff"

export const moveStaffWorkflowId = "move-staff"

export type MoveStaffWorkflowInput = MoveStaffInput & { reason?: string }

/** Gives, changes or takes a staff role; what the person has open anywhere ends with it. */
export const moveStaffWorkflow = createWorkflow(moveStaffWorkflowId, (input: MoveStaffWorkflowInput) => {
  const change = moveStaffStep(input)
  endSessionsStep(
    transform({ input }, (data) => ({
      actor_type: "user",
      actor_id: data.input.user_id,
      because: "staff_role_changed",
    }))
  )
  recordAuditStep(
    transform({ input, change }, (data) => ({
      action: data.change.to ? "staff.role-changed" : "staff.removed",
      record_type: "user",
      record_id: data.change.user_id,
      reason: data.input.reason,
      before: { role: data.change.from },
      after: { role: data.change.to },
    }))
  )

  return new WorkflowResponse(change)
})
