import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { releaseLockStep } from "@medusajs/medusa/core-flows"
import { takeOrder } from "../order-lock"
import { type SyncVendorOrdersInput, syncVendorOrdersStep } from "../steps/sync-vendor-orders"

export const syncVendorOrdersWorkflowId = "sync-vendor-orders"

/** Brings the parts of an order up to what staff did through core's own routes. */
export const syncVendorOrdersWorkflow = createWorkflow(
  syncVendorOrdersWorkflowId,
  (input: SyncVendorOrdersInput) => {
    const lock = takeOrder(input.order_id)
    const done = syncVendorOrdersStep(input)
    releaseLockStep(lock)

    return new WorkflowResponse(done)
  }
)
