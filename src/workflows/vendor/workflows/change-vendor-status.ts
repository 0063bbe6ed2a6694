import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { VendorEvents } from "../../../modules/vendor/events"
import type { ChangeStatusInput } from "../../../modules/vendor/types"
import { changeVendorStatusStep } from "../steps/change-vendor-status"

export const changeVendorStatusWorkflowId = "change-vendor-status"

/** Suspends, rejects, closes or takes back a shop. The first approval is `approve-vendor`, which also provisions. */
export const changeVendorStatusWorkflow = createWorkflow(
  changeVendorStatusWorkflowId,
  (input: ChangeStatusInput) => {
    const change = changeVendorStatusStep(input)
    emitEventStep({
      eventName: VendorEvents.STATUS_CHANGED,
      data: { vendor_id: change.vendor_id, from: change.from, to: change.to },
    })

    return new WorkflowResponse(change)
  }
)
