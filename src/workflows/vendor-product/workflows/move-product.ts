import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { emitEventStep, updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import type { ProductState } from "../../../modules/vendor/domain/product-status"
import { ProductEvents } from "../../../modules/vendor/events"

export const moveVendorProductWorkflowId = "move-vendor-product"

export type MoveProductInput = { id: string; vendor_id: string; from: ProductState; to: ProductState }

/** Gives a product another status; one that begins to wait for approval is told to staff. */
export const moveVendorProductWorkflow = createWorkflow(
  moveVendorProductWorkflowId,
  (input: MoveProductInput) => {
    when("status-changes", { input }, (data) => data.input.from !== data.input.to).then(() => {
      updateProductsWorkflow.runAsStep({
        input: transform({ input }, (data) => ({
          selector: { id: data.input.id },
          update: { status: data.input.to },
        })),
      })
    })
    when(
      "submitted",
      { input },
      (data) => data.input.from !== data.input.to && data.input.to === "proposed"
    ).then(() => {
      emitEventStep({
        eventName: ProductEvents.SUBMITTED,
        data: { id: input.id, vendor_id: input.vendor_id },
      })
    })

    return new WorkflowResponse(input)
  }
)
