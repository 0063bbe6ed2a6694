import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, createProductVariantsWorkflow, releaseLockStep } from "@medusajs/medusa/core-flows"
import { productLock } from "../product-lock"
import { type CreateVariantInput, planVariantCreationStep } from "../steps/plan-variant-creation"
import { moveVendorProductWorkflow } from "./move-product"
import { stockVariantsWorkflow } from "./stock-variants"

export const createVendorVariantWorkflowId = "create-vendor-variant"

/** Adds a variant to a shop's product, with its prices and its place in the shop's stock. */
export const createVendorVariantWorkflow = createWorkflow(
  createVendorVariantWorkflowId,
  (input: CreateVariantInput) => {
    const lock = transform(input, productLock)
    acquireLockStep(lock)
    const plan = planVariantCreationStep(input)
    // First: what waits for approval is hidden before its content changes, also when the process dies in between.
    moveVendorProductWorkflow.runAsStep({ input: transform({ plan }, (data) => data.plan.move) })
    const variants = createProductVariantsWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({ product_variants: [data.plan.variant] })),
    })
    stockVariantsWorkflow.runAsStep({
      input: transform({ plan, variants }, (data) => ({
        location_id: data.plan.location_id,
        variants: data.variants.map(({ id }) => ({
          id,
          stocked_quantity: data.plan.stocked_quantity,
        })),
      })),
    })
    releaseLockStep(lock)

    return new WorkflowResponse(transform({ variants }, (data) => ({ id: data.variants[0]?.id ?? "" })))
  }
)
