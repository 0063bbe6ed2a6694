import { createWorkflow, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { createOrderShipmentWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../order-lock"
import { findVendorOrderStep } from "../steps/find-vendor-order"
import { type PlanShipmentInput, planShipmentStep } from "../steps/plan-shipment"
import { syncVendorOrdersStep } from "../steps/sync-vendor-orders"

export const shipVendorFulfilmentWorkflowId = "ship-vendor-fulfilment"

/** A fulfilment leaves the shop, with its tracking. */
export const shipVendorFulfilmentWorkflow = createWorkflow(
  shipVendorFulfilmentWorkflowId,
  (input: PlanShipmentInput) => {
    const { order_id } = findVendorOrderStep(input)
    const lock = takeOrder(order_id)
    const plan = planShipmentStep(input)
    when("ship-vendor-fulfilment-once", { plan }, (data) => data.plan.is_needed).then(() => {
      createOrderShipmentWorkflow.runAsStep({ input: plan.shipment })
    })
    syncVendorOrdersStep({ order_id, actor: input.actor, vendor_id: input.vendor_id })
    releaseLockStep(lock)

    return new WorkflowResponse(plan)
  }
)
