import { createWorkflow, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { cancelOrderFulfillmentWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../order-lock"
import { findVendorOrderStep } from "../steps/find-vendor-order"
import type { FulfilmentRef } from "../steps/plan-delivery"
import { planUnpackingStep } from "../steps/plan-unpacking"
import { syncVendorOrdersStep } from "../steps/sync-vendor-orders"

export const cancelVendorFulfilmentWorkflowId = "cancel-vendor-fulfilment"

/** The shop unpacks a fulfilment that has not left it; the goods are reserved again. */
export const cancelVendorFulfilmentWorkflow = createWorkflow(
  cancelVendorFulfilmentWorkflowId,
  (input: FulfilmentRef) => {
    const { order_id } = findVendorOrderStep(input)
    const lock = takeOrder(order_id)
    const plan = planUnpackingStep(input)
    when("cancel-vendor-fulfilment-once", { plan }, (data) => data.plan.is_needed).then(() => {
      cancelOrderFulfillmentWorkflow.runAsStep({ input: plan.unpacking })
    })
    syncVendorOrdersStep({ order_id, actor: input.actor, vendor_id: input.vendor_id })
    releaseLockStep(lock)

    return new WorkflowResponse(plan)
  }
)
