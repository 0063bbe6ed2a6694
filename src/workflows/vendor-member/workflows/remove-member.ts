import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { VendorEvents } from "../../../modules/vendor/events"
import type { ChangeMemberInput } from "../../../modules/vendor/team-types"
import { endSessionsStep } from "../../access/steps/end-sessions"
import { recordAuditStep } from "../../audit/record-audit"
import { removeMemberStep } from "../steps/remove-member"

export const removeMemberWorkflowId = "remove-member"

/** Takes a member out of a shop, or lets them leave, with their keys, open invitations and sessions. */
export const removeMemberWorkflow = createWorkflow(removeMemberWorkflowId, (input: ChangeMemberInput) => {
  const { member, api_key_ids } = removeMemberStep(input)
  endSessionsStep({ actor_type: "user", actor_id: member.user_id, because: "member_removed" })
  emitEventStep({
    eventName: VendorEvents.MEMBER_REMOVED,
    data: { vendor_id: member.vendor_id, member_id: member.id, user_id: member.user_id },
  })
  recordAuditStep(
    transform({ member, api_key_ids }, (data) => ({
      action: "vendor-member.removed",
      vendor_id: data.member.vendor_id,
      record_type: "vendor_member",
      record_id: data.member.id,
      before: { user_id: data.member.user_id, role: data.member.role },
      after: { revoked_api_key_ids: data.api_key_ids },
    }))
  )

  return new WorkflowResponse(member)
})
