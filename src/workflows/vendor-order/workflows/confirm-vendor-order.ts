import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import type { VendorOrderRef } from "../load-vendor-order"
import { ORDER_LOCK } from "../order-lock"
import { confirmVendorOrderStep } from "../steps/confirm-vendor-order"
import { findVendorOrderStep } from "../steps/find-vendor-order"

export const confirmVendorOrderWorkflowId = "confirm-vendor-order"

/** The shop takes its order on. */
export const confirmVendorOrderWorkflow = createWorkflow(
  confirmVendorOrderWorkflowId,
  (input: VendorOrderRef) => {
    const { order_id: key } = findVendorOrderStep(input)
    acquireLockStep({ key, ...ORDER_LOCK })
    const done = confirmVendorOrderStep(input)
    releaseLockStep({ key })

    return new WorkflowResponse(done)
  }
)
