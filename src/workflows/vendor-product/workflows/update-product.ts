import type { UpdateProductDTO } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  emitEventStep,
  releaseLockStep,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ProductEvents } from "../../../modules/vendor/events"
import { productLock } from "../product-lock"
import { planProductUpdateStep, type UpdateProductInput } from "../steps/plan-product-update"

export const updateVendorProductWorkflowId = "update-vendor-product"

/** Changes a shop's product; where approval is asked for, a change of its content makes it wait again. */
export const updateVendorProductWorkflow = createWorkflow(
  updateVendorProductWorkflowId,
  (input: UpdateProductInput) => {
    const lock = transform(input, productLock)
    acquireLockStep(lock)
    const plan = planProductUpdateStep(input)
    updateProductsWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({
        selector: { id: data.plan.id },
        // A thumbnail of null takes it away, which core's type does not say.
        update: data.plan.update as UpdateProductDTO,
      })),
    })
    when("submitted", { plan }, (data) => data.plan.is_submitted).then(() => {
      emitEventStep({
        eventName: ProductEvents.SUBMITTED,
        data: { id: plan.id, vendor_id: input.vendor_id },
      })
    })
    releaseLockStep(lock)

    return new WorkflowResponse(transform({ plan }, (data) => ({ id: data.plan.id })))
  }
)
