import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createRemoteLinkStep, dismissRemoteLinkStep } from "@medusajs/medusa/core-flows"
import { type AssignProductsInput, planProductLinksStep } from "../steps/plan-product-links"

export const assignProductsToVendorWorkflowId = "assign-products-to-vendor"

/** Makes a vendor the owner of products, with its shipping profile; one that has another owner is refused. */
export const assignProductsToVendorWorkflow = createWorkflow(
  assignProductsToVendorWorkflowId,
  (input: AssignProductsInput) => {
    const plan = planProductLinksStep(input)
    // Ownership alone and first: of two vendors who claim a product at once, the database stops the second one here.
    createRemoteLinkStep(plan.owners).config({ name: "link-products-to-owner" })
    dismissRemoteLinkStep(plan.former_profiles)
    createRemoteLinkStep(plan.profiles).config({ name: "link-products-to-profile" })

    return new WorkflowResponse(plan.product_ids)
  }
)
