import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../order-lock"
import { makeRefundRequestStep } from "../steps/make-refund-request"
import type { RefundRequestRef } from "../steps/open-refund-request"
import { syncVendorOrdersStep } from "../steps/sync-vendor-orders"

export const finishRefundRequestWorkflowId = "finish-refund-request"

/** Brings one refund to its end that a crash or an unreachable gateway left open. */
export const finishRefundRequestWorkflow = createWorkflow(
  finishRefundRequestWorkflowId,
  (input: RefundRequestRef) => {
    const lock = takeOrder(input.order_id)
    const made = makeRefundRequestStep(input)
    // What nobody waits for any more may have been the last of it.
    syncVendorOrdersStep({ order_id: input.order_id, actor: "system" })
    releaseLockStep(lock)

    return new WorkflowResponse(made)
  }
)
