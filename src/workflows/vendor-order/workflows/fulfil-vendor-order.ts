import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import {
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { takeOrder } from "../order-lock"
import { findVendorOrderStep } from "../steps/find-vendor-order"
import { type PlanFulfilmentInput, planFulfilmentStep } from "../steps/plan-fulfilment"
import { syncVendorOrdersStep } from "../steps/sync-vendor-orders"

export const fulfilVendorOrderWorkflowId = "fulfil-vendor-order"

/** The shop packs goods of its order, all or some, and sends them in the same call if it says so. */
export const fulfilVendorOrderWorkflow = createWorkflow(
  fulfilVendorOrderWorkflowId,
  (input: PlanFulfilmentInput) => {
    const { order_id } = findVendorOrderStep(input)
    const lock = takeOrder(order_id)
    const plan = planFulfilmentStep(input)
    const fulfilment = createOrderFulfillmentWorkflow.runAsStep({ input: plan.fulfilment })
    when("send-at-once", { input }, (data) => data.input.is_shipped).then(() => {
      createOrderShipmentWorkflow.runAsStep({
        input: transform({ plan, fulfilment, input }, (data) => ({
          order_id: data.plan.fulfilment.order_id,
          fulfillment_id: data.fulfilment.id,
          items: data.plan.fulfilment.items,
          labels: data.plan.shipment_labels,
          created_by: data.input.actor,
        })),
      })
    })
    syncVendorOrdersStep({ order_id, actor: input.actor, vendor_id: input.vendor_id })
    releaseLockStep(lock)

    return new WorkflowResponse(transform({ fulfilment }, (data) => ({ fulfilment_id: data.fulfilment.id })))
  }
)
