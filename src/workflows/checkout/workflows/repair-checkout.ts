import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { ownedLock } from "../../owned-lock"
import { type RepairCheckoutInput, repairCheckoutStep } from "../steps/repair-checkout"

export const repairCheckoutWorkflowId = "repair-checkout"

/**
 * Finishes or undoes what an interrupted completion of the cart left, under the lock that a completion holds: one
 * that is merely still running ends first, and then there is nothing to repair.
 */
export const repairCheckoutWorkflow = createWorkflow(
  repairCheckoutWorkflowId,
  (input: RepairCheckoutInput) => {
    const lock = transform(input, ({ cart_id }) => ownedLock(cart_id, { timeout: 30, ttl: 120 }))
    acquireLockStep(lock)
    const result = repairCheckoutStep(input)
    releaseLockStep(lock)

    return new WorkflowResponse(result)
  }
)
