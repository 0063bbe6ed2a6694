import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, deleteProductsWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { productLock } from "../product-lock"
import { planProductRemovalStep } from "../steps/plan-product-removal"
import type { OwnProductRef } from "../types"

export const deleteVendorProductWorkflowId = "delete-vendor-product"

/**
 * Removes a shop's product with its variants and the stock that serves no other. Orders keep their own copy of what was
 * bought; pieces that are reserved for open ones have to be sent first.
 */
export const deleteVendorProductWorkflow = createWorkflow(
  deleteVendorProductWorkflowId,
  (input: Omit<OwnProductRef, "rules">) => {
    const lock = transform(input, productLock)
    acquireLockStep(lock)
    const plan = planProductRemovalStep(input)
    deleteProductsWorkflow.runAsStep({ input: transform({ plan }, (data) => ({ ids: [data.plan.id] })) })
    releaseLockStep(lock)

    return new WorkflowResponse(plan)
  }
)
