import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import type { VendorOrderRef } from "../load-vendor-order"
import { takeOrder } from "../order-lock"
import { confirmVendorOrderStep } from "../steps/confirm-vendor-order"
import { findVendorOrderStep } from "../steps/find-vendor-order"

export const confirmVendorOrderWorkflowId = "confirm-vendor-order"

/** The shop takes its order on. */
export const confirmVendorOrderWorkflow = createWorkflow(
  confirmVendorOrderWorkflowId,
  (input: VendorOrderRef) => {
    const { order_id } = findVendorOrderStep(input)
    const lock = takeOrder(order_id)
    const done = confirmVendorOrderStep(input)
    releaseLockStep(lock)

    return new WorkflowResponse(done)
  }
)
