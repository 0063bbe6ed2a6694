import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { VendorRole } from "../../../lib/permissions"
import { VendorEvents } from "../../../modules/vendor/events"
import type { ChangeMemberInput } from "../../../modules/vendor/team-types"
import { endSessionsStep } from "../../access/steps/end-sessions"
import { recordAuditStep } from "../../audit/record-audit"
import { changeMemberRoleStep } from "../steps/change-member-role"

export const changeMemberRoleWorkflowId = "change-member-role"

/** Gives a member another role; what they are signed in with anywhere ends. */
export const changeMemberRoleWorkflow = createWorkflow(
  changeMemberRoleWorkflowId,
  (input: ChangeMemberInput & { to: VendorRole }) => {
    const before = changeMemberRoleStep(input)
    endSessionsStep({ actor_type: "user", actor_id: before.user_id, because: "role_changed" })
    emitEventStep({
      eventName: VendorEvents.MEMBER_ROLE_CHANGED,
      data: { vendor_id: before.vendor_id, member_id: before.id, role: input.to },
    })
    recordAuditStep(
      transform({ input, before }, (data) => ({
        action: "vendor-member.role-changed",
        vendor_id: data.before.vendor_id,
        record_type: "vendor_member",
        record_id: data.before.id,
        before: { user_id: data.before.user_id, role: data.before.role },
        after: { user_id: data.before.user_id, role: data.input.to },
      }))
    )

    return new WorkflowResponse(before)
  }
)
