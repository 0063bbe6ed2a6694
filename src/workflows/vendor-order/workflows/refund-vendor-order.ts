import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../order-lock"
import { findVendorOrderStep } from "../steps/find-vendor-order"
import { makeRefundRequestStep } from "../steps/make-refund-request"
import { openRefundRequestStep, type RefundVendorOrderInput } from "../steps/open-refund-request"

export const refundVendorOrderWorkflowId = "refund-vendor-order"

/** Gives a part of a shop's order back: pieces, delivery, or an amount; once per key. */
export const refundVendorOrderWorkflow = createWorkflow(
  refundVendorOrderWorkflowId,
  (input: RefundVendorOrderInput) => {
    const { order_id } = findVendorOrderStep(input)
    const lock = takeOrder(order_id)
    const request = openRefundRequestStep(input)
    const made = makeRefundRequestStep(request)
    releaseLockStep(lock)

    return new WorkflowResponse(made)
  }
)
