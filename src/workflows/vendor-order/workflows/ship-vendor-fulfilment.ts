import { createWorkflow, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, createOrderShipmentWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { ORDER_LOCK } from "../order-lock"
import { findVendorOrderStep } from "../steps/find-vendor-order"
import { type PlanShipmentInput, planShipmentStep } from "../steps/plan-shipment"
import { syncVendorOrdersStep } from "../steps/sync-vendor-orders"

export const shipVendorFulfilmentWorkflowId = "ship-vendor-fulfilment"

/** A fulfilment leaves the shop, with its tracking. */
export const shipVendorFulfilmentWorkflow = createWorkflow(
  shipVendorFulfilmentWorkflowId,
  (input: PlanShipmentInput) => {
    const { order_id } = findVendorOrderStep(input)
    acquireLockStep({ key: order_id, ...ORDER_LOCK })
    const plan = planShipmentStep(input)
    when("ship-vendor-fulfilment-once", { plan }, (data) => data.plan.is_needed).then(() => {
      createOrderShipmentWorkflow.runAsStep({ input: plan.shipment })
    })
    syncVendorOrdersStep({ order_id, actor: input.actor, vendor_id: input.vendor_id })
    releaseLockStep({ key: order_id })

    return new WorkflowResponse(plan)
  }
)
