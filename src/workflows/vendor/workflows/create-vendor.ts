import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { VendorEvents } from "../../../modules/vendor/events"
import type { CreateVendorInput } from "../../../modules/vendor/types"
import { openShopStep } from "../steps/open-shop"

export const createVendorWorkflowId = "create-vendor"

/** Opens a shop, pending until staff approve it. */
export const createVendorWorkflow = createWorkflow(createVendorWorkflowId, (input: CreateVendorInput) => {
  const vendor = openShopStep(input)
  emitEventStep({ eventName: VendorEvents.CREATED, data: { vendor_id: vendor.id } })

  return new WorkflowResponse(vendor)
})
