import type { CreateProductWorkflowInputDTO } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { createProductsWorkflow, emitEventStep } from "@medusajs/medusa/core-flows"
import { ProductEvents } from "../../../modules/vendor/events"
import { type CreateProductInput, planProductCreationStep } from "../steps/plan-product-creation"
import { releaseProductSlotStep } from "../steps/release-product-slot"
import { reserveProductSlotStep } from "../steps/reserve-product-slot"
import { stockVariantsWorkflow } from "./stock-variants"

export const createVendorProductWorkflowId = "create-vendor-product"

/**
 * Creates a product of a shop, in the store's channel and with the shop's own shipping profile, under the limit of a
 * shop that is not verified.
 */
export const createVendorProductWorkflow = createWorkflow(
  createVendorProductWorkflowId,
  (input: CreateProductInput) => {
    const plan = planProductCreationStep(input)
    reserveProductSlotStep(
      transform({ input, plan }, (data) => ({
        vendor_id: data.input.vendor_id,
        product_id: data.plan.id,
        limit: data.plan.limit,
      }))
    )
    const products = createProductsWorkflow.runAsStep({
      input: transform({ input, plan }, (data) => ({
        // Core's type does not know the id, which core's module takes.
        products: [data.plan.product as CreateProductWorkflowInputDTO],
        additional_data: { vendor_id: data.input.vendor_id },
      })),
    })
    stockVariantsWorkflow.runAsStep({
      input: transform({ plan, products }, (data) => ({
        location_id: data.plan.location_id,
        variants: (data.products[0]?.variants ?? []).map(({ id }, index) => ({
          id,
          stocked_quantity: data.plan.stocked_quantities[index],
        })),
      })),
    })
    releaseProductSlotStep(transform({ plan }, (data) => ({ product_id: data.plan.id })))
    when("proposed-at-once", { plan }, (data) => data.plan.status === "proposed").then(() => {
      emitEventStep({
        eventName: ProductEvents.SUBMITTED,
        data: { id: plan.id, vendor_id: input.vendor_id },
      })
    })

    return new WorkflowResponse(transform({ plan }, (data) => ({ id: data.plan.id })))
  }
)
