import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../../vendor-order/order-lock"
import { findVendorOrderStep } from "../../vendor-order/steps/find-vendor-order"
import { type CollectInput, collectStep } from "../steps/collect"
import { followCollectionsStep } from "../steps/follow-collections"

export const collectVendorOrderWorkflowId = "collect-vendor-order"

/** A vendor order is paid at the door: once, exactly what is due, and the order shows it. */
export const collectVendorOrderWorkflow = createWorkflow(
  collectVendorOrderWorkflowId,
  (input: CollectInput) => {
    const { order_id } = findVendorOrderStep(input)
    const lock = takeOrder(order_id)
    collectStep(input)
    const followed = followCollectionsStep({ order_id })
    releaseLockStep(lock)

    return new WorkflowResponse(followed)
  }
)
