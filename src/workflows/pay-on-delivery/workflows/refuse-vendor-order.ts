import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../../vendor-order/order-lock"
import { findVendorOrderStep } from "../../vendor-order/steps/find-vendor-order"
import { followCollectionsStep } from "../steps/follow-collections"
import { type RefuseInput, refuseStep } from "../steps/refuse"

export const refuseVendorOrderWorkflowId = "refuse-vendor-order"

/** The buyer has not taken a parcel: its goods come back, its sale is undone, and what other shops sent stays as it is. */
export const refuseVendorOrderWorkflow = createWorkflow(refuseVendorOrderWorkflowId, (input: RefuseInput) => {
  const { order_id } = findVendorOrderStep(input)
  const lock = takeOrder(order_id)
  refuseStep(input)
  const followed = followCollectionsStep({ order_id })
  releaseLockStep(lock)

  return new WorkflowResponse(followed)
})
