import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  createAndLinkProductOptionsToProductWorkflow,
  releaseLockStep,
  updateProductOptionsWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import { productLock } from "../product-lock"
import { type ChangeOptionInput, planOptionChangeStep } from "../steps/plan-option-change"
import { moveVendorProductWorkflow } from "./move-product"

export const changeVendorOptionWorkflowId = "change-vendor-product-option"

/** Adds, changes or removes an option of a shop's product. */
export const changeVendorOptionWorkflow = createWorkflow(
  changeVendorOptionWorkflowId,
  (input: ChangeOptionInput) => {
    const lock = transform(input, productLock)
    acquireLockStep(lock)
    const plan = planOptionChangeStep(input)
    moveVendorProductWorkflow.runAsStep({ input: transform({ plan }, (data) => data.plan.move) })
    when("option-renamed", { plan }, (data) => data.plan.new_title !== null).then(() => {
      updateProductOptionsWorkflow.runAsStep({
        input: transform({ plan }, (data) => ({
          selector: { id: data.plan.option_id ?? "" },
          update: { title: data.plan.new_title ?? "" },
        })),
      })
    })
    createAndLinkProductOptionsToProductWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({
        product_id: data.plan.move.id,
        add: data.plan.add,
        remove: data.plan.remove,
        update: data.plan.update,
      })),
    })
    when("variants-choose", { plan }, (data) => data.plan.variants.length > 0).then(() => {
      updateProductVariantsWorkflow.runAsStep({
        input: transform({ plan }, (data) => ({ product_variants: data.plan.variants })),
      })
    })
    releaseLockStep(lock)

    return new WorkflowResponse(transform({ plan }, (data) => ({ id: data.plan.move.id })))
  }
)
