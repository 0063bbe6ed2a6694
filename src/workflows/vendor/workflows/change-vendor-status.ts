import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { emitEventStep, useQueryGraphStep } from "@medusajs/medusa/core-flows"
import { VendorEvents } from "../../../modules/vendor/events"
import type { ChangeStatusInput } from "../../../modules/vendor/types"
import { endSessionsStep } from "../../access/steps/end-sessions"
import { changeVendorStatusStep } from "../steps/change-vendor-status"

export const changeVendorStatusWorkflowId = "change-vendor-status"

/** Suspends, rejects, closes or takes back a shop. The first approval is `approve-vendor`, which also provisions. */
export const changeVendorStatusWorkflow = createWorkflow(
  changeVendorStatusWorkflowId,
  (input: ChangeStatusInput) => {
    const change = changeVendorStatusStep(input)
    // Whoever is signed in for the shop signs in again; a suspended shop's people may, to serve what is paid.
    when("shop-stops", { change }, (data) => ["suspended", "closed"].includes(data.change.to)).then(() => {
      const { data: members } = useQueryGraphStep({
        entity: "vendor_member",
        fields: ["user_id"],
        filters: { vendor_id: input.vendor_id },
      }).config({ name: "find-members-of-stopped-shop" })
      endSessionsStep(
        transform({ members, change }, (data) => ({
          actor_type: "user",
          actor_id: data.members.map((member) => member.user_id),
          because: `shop ${data.change.to}`,
        }))
      )
    })
    emitEventStep({
      eventName: VendorEvents.STATUS_CHANGED,
      data: { vendor_id: change.vendor_id, from: change.from, to: change.to },
    })

    return new WorkflowResponse(change)
  }
)
