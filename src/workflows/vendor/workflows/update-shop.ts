import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { VendorEvents } from "../../../modules/vendor/events"
import { recordAuditStep } from "../../audit/record-audit"
import { type UpdateShopInput, updateShopStep } from "../steps/update-shop"

export const updateShopWorkflowId = "update-shop"

/** Changes a shop's profile, contact, address, settings or, for staff, its commission. */
export const updateShopWorkflow = createWorkflow(updateShopWorkflowId, (input: UpdateShopInput) => {
  const updated = updateShopStep(input)
  emitEventStep({ eventName: VendorEvents.UPDATED, data: { vendor_id: input.vendor_id } })
  recordAuditStep(
    transform({ input, updated }, (data) => ({
      action: "vendor.updated",
      vendor_id: data.input.vendor_id,
      record_type: "vendor",
      record_id: data.input.vendor_id,
      before: data.updated.before,
      after: data.input.patch,
    }))
  )

  return new WorkflowResponse(updated)
})
