import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { ORDER_LOCK } from "../order-lock"
import { type SyncVendorOrdersInput, syncVendorOrdersStep } from "../steps/sync-vendor-orders"

export const syncVendorOrdersWorkflowId = "sync-vendor-orders"

/** Brings the parts of an order up to what staff did through core's own routes. */
export const syncVendorOrdersWorkflow = createWorkflow(
  syncVendorOrdersWorkflowId,
  (input: SyncVendorOrdersInput) => {
    acquireLockStep({ key: input.order_id, ...ORDER_LOCK })
    const done = syncVendorOrdersStep(input)
    releaseLockStep({ key: input.order_id })

    return new WorkflowResponse(done)
  }
)
