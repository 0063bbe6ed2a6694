import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, deleteProductVariantsWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { productLock } from "../product-lock"
import { type DeleteVariantInput, planVariantRemovalStep } from "../steps/plan-variant-removal"

export const deleteVendorVariantWorkflowId = "delete-vendor-variant"

/** Removes a variant of a shop's product, with the stock that serves no other variant. */
export const deleteVendorVariantWorkflow = createWorkflow(
  deleteVendorVariantWorkflowId,
  (input: DeleteVariantInput) => {
    const lock = transform(input, productLock)
    acquireLockStep(lock)
    const plan = planVariantRemovalStep(input)
    deleteProductVariantsWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({ ids: [data.plan.id] })),
    })
    releaseLockStep(lock)

    return new WorkflowResponse(plan)
  }
)
