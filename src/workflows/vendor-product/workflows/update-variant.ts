import type { UpdateProductVariantWorkflowInputDTO } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import {
  acquireLockStep,
  deleteInventoryItemWorkflow,
  releaseLockStep,
  updateInventoryItemsWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import { productLock } from "../product-lock"
import { planVariantUpdateStep, type UpdateVariantInput } from "../steps/plan-variant-update"
import { moveVendorProductWorkflow } from "./move-product"
import { stockVariantsWorkflow } from "./stock-variants"

export const updateVendorVariantWorkflowId = "update-vendor-variant"

/** Changes a variant of a shop's product, its prices and what belongs to it in the stock. */
export const updateVendorVariantWorkflow = createWorkflow(
  updateVendorVariantWorkflowId,
  (input: UpdateVariantInput) => {
    const lock = transform(input, productLock)
    acquireLockStep(lock)
    const plan = planVariantUpdateStep(input)
    moveVendorProductWorkflow.runAsStep({ input: transform({ plan }, (data) => data.plan.move) })
    when("items-renamed", { plan }, (data) => data.plan.renamed_items.length > 0).then(() => {
      updateInventoryItemsWorkflow.runAsStep({
        input: transform({ plan }, (data) => ({
          // Core's type does not know that a code can be taken away.
          updates: data.plan.renamed_items as { id: string; sku: string }[],
        })),
      })
    })
    updateProductVariantsWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({
        selector: { id: data.plan.variant_id, product_id: data.plan.move.id },
        // Nulls take values away, which core's types do not say.
        update: data.plan.update as UpdateProductVariantWorkflowInputDTO,
      })),
    })
    when("items-dropped", { plan }, (data) => data.plan.dropped_item_ids.length > 0).then(() => {
      deleteInventoryItemWorkflow.runAsStep({
        input: transform({ plan }, (data) => data.plan.dropped_item_ids),
      })
    })
    stockVariantsWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({
        location_id: data.plan.location_id,
        variants: [{ id: data.plan.variant_id }],
      })),
    })
    releaseLockStep(lock)

    return new WorkflowResponse(transform({ plan }, (data) => ({ id: data.plan.variant_id })))
  }
)
