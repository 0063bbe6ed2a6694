import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../order-lock"
import { findVendorOrderStep } from "../steps/find-vendor-order"
import { makeRefundRequestStep } from "../steps/make-refund-request"
import { openRefundRequestStep, type RefundVendorOrderInput } from "../steps/open-refund-request"
import { syncVendorOrdersStep } from "../steps/sync-vendor-orders"

export const refundVendorOrderWorkflowId = "refund-vendor-order"

/** Gives a part of a shop's order back: pieces, delivery, or an amount; once per key. */
export const refundVendorOrderWorkflow = createWorkflow(
  refundVendorOrderWorkflowId,
  (input: RefundVendorOrderInput) => {
    const { order_id } = findVendorOrderStep(input)
    const lock = takeOrder(order_id)
    const request = openRefundRequestStep(input)
    const made = makeRefundRequestStep(request)
    // What nobody waits for any more may have been the last of it.
    syncVendorOrdersStep({ order_id: order_id, actor: "system" })
    releaseLockStep(lock)

    return new WorkflowResponse(made)
  }
)
