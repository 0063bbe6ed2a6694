import { createWorkflow, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  markOrderFulfillmentAsDeliveredWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { ORDER_LOCK } from "../order-lock"
import { findVendorOrderStep } from "../steps/find-vendor-order"
import { type FulfilmentRef, planDeliveryStep } from "../steps/plan-delivery"
import { syncVendorOrdersStep } from "../steps/sync-vendor-orders"

export const deliverVendorFulfilmentWorkflowId = "deliver-vendor-fulfilment"

/** A fulfilment has reached the buyer. */
export const deliverVendorFulfilmentWorkflow = createWorkflow(
  deliverVendorFulfilmentWorkflowId,
  (input: FulfilmentRef) => {
    const { order_id } = findVendorOrderStep(input)
    acquireLockStep({ key: order_id, ...ORDER_LOCK })
    const plan = planDeliveryStep(input)
    when("deliver-vendor-fulfilment-once", { plan }, (data) => data.plan.is_needed).then(() => {
      markOrderFulfillmentAsDeliveredWorkflow.runAsStep({ input: plan.delivery })
    })
    syncVendorOrdersStep({ order_id, actor: input.actor, vendor_id: input.vendor_id })
    releaseLockStep({ key: order_id })

    return new WorkflowResponse(plan)
  }
)
