import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { type AssignProductsInput, assignProductsStep } from "../steps/assign-products"

export const assignProductsToVendorWorkflowId = "assign-products-to-vendor"

/** Makes a vendor the owner of products; one that has another owner is refused. */
export const assignProductsToVendorWorkflow = createWorkflow(
  assignProductsToVendorWorkflowId,
  (input: AssignProductsInput) => new WorkflowResponse(assignProductsStep(input))
)
