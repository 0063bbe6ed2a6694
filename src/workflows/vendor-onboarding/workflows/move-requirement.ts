import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { VendorEvents } from "../../../modules/vendor/events"
import type { MoveRequirementInput } from "../../../modules/vendor/types"
import { recordAuditStep } from "../../audit/record-audit"
import { moveRequirementStep } from "../steps/move-requirement"
import { refreshVerificationStep } from "../steps/refresh-verification"
import { tellOwnersStep } from "../steps/tell-owners"

export const moveRequirementWorkflowId = "move-vendor-requirement"

/** Hands in, accepts, waives or rejects a part of a shop's checklist; of a rejection the owners read the reason. */
export const moveRequirementWorkflow = createWorkflow(
  moveRequirementWorkflowId,
  (input: MoveRequirementInput) => {
    const change = moveRequirementStep(input)
    refreshVerificationStep(input.vendor_id)
    emitEventStep({
      eventName: VendorEvents.REQUIREMENT_CHANGED,
      data: { vendor_id: input.vendor_id, key: input.key, from: change.from, to: change.to },
    })
    when("requirement-rejected", { input }, (data) => data.input.to === "rejected").then(() => {
      tellOwnersStep(
        transform({ input }, ({ input: { vendor_id, key, reason } }) => ({
          vendor_id,
          template: "shop_requirement_rejected" as const,
          data: { requirement: key.replaceAll("_", " "), reason: reason ?? "none was given" },
        }))
      )
    })
    recordAuditStep(
      transform({ input, change }, ({ input: { vendor_id, key, reason }, change: { from, to } }) => ({
        action: "vendor.requirement-changed",
        vendor_id,
        record_type: "vendor_requirement",
        record_id: key,
        reason,
        before: { state: from },
        after: { state: to },
      }))
    )

    return new WorkflowResponse(change)
  }
)
