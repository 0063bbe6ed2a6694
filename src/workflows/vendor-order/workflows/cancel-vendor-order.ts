import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { followCollectionsStep } from "../../pay-on-delivery/steps/follow-collections"
import { takeOrder } from "../order-lock"
import { closeOrderStep } from "../steps/close-order"
import { findVendorOrderStep } from "../steps/find-vendor-order"
import { type CancelVendorOrderInput, openCancellationStep } from "../steps/open-cancellation"
import { refundCancellationStep } from "../steps/refund-cancellation"
import { withdrawGoodsStep } from "../steps/withdraw-goods"

export const cancelVendorOrderWorkflowId = "cancel-vendor-order"

/**
 * The shop calls its part of an order off: its goods and delivery leave the commercial order, the stock comes back, the
 * buyer gets exactly what was paid for them, and the books take back what they had given the shop. Run again, it goes on
 * where it stopped.
 */
export const cancelVendorOrderWorkflow = createWorkflow(
  cancelVendorOrderWorkflowId,
  (input: CancelVendorOrderInput) => {
    const { order_id } = findVendorOrderStep(input)
    const lock = takeOrder(order_id)
    const cancellation = openCancellationStep(input)
    withdrawGoodsStep(cancellation)
    const refund = refundCancellationStep(cancellation)
    const order = closeOrderStep({ order_id })
    when("tell-of-canceled-order", { order }, (data) => data.order.is_closed).then(() => {
      emitEventStep({ eventName: OrderWorkflowEvents.CANCELED, data: { id: order.id } })
    })
    followCollectionsStep({ order_id })
    releaseLockStep(lock)

    return new WorkflowResponse(refund)
  }
)
