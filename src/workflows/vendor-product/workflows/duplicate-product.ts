import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { planProductCopyStep } from "../steps/plan-product-copy"
import type { OwnProductRef } from "../types"
import { createVendorProductWorkflow } from "./create-product"

export const duplicateVendorProductWorkflowId = "duplicate-vendor-product"

/** Makes a draft that is like a product of the shop, without its codes and its stock. */
export const duplicateVendorProductWorkflow = createWorkflow(
  duplicateVendorProductWorkflowId,
  (input: OwnProductRef) => {
    const product = planProductCopyStep(input)
    const created = createVendorProductWorkflow.runAsStep({
      input: transform({ input, product }, (data) => ({
        vendor_id: data.input.vendor_id,
        rules: data.input.rules,
        product: data.product,
        known_images: data.product.images ?? [],
      })),
    })

    return new WorkflowResponse(transform({ created }, (data) => ({ id: data.created.id })))
  }
)
