import { createWorkflow, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { markOrderFulfillmentAsDeliveredWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../order-lock"
import { findVendorOrderStep } from "../steps/find-vendor-order"
import { type FulfilmentRef, planDeliveryStep } from "../steps/plan-delivery"
import { syncVendorOrdersStep } from "../steps/sync-vendor-orders"

export const deliverVendorFulfilmentWorkflowId = "deliver-vendor-fulfilment"

/** A fulfilment has reached the buyer. */
export const deliverVendorFulfilmentWorkflow = createWorkflow(
  deliverVendorFulfilmentWorkflowId,
  (input: FulfilmentRef) => {
    const { order_id } = findVendorOrderStep(input)
    const lock = takeOrder(order_id)
    const plan = planDeliveryStep(input)
    when("deliver-vendor-fulfilment-once", { plan }, (data) => data.plan.is_needed).then(() => {
      markOrderFulfillmentAsDeliveredWorkflow.runAsStep({ input: plan.delivery })
    })
    syncVendorOrdersStep({ order_id, actor: input.actor, vendor_id: input.vendor_id })
    releaseLockStep(lock)

    return new WorkflowResponse(plan)
  }
)
