import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createRemoteLinkStep } from "@medusajs/medusa/core-flows"
import { type EquipProductsInput, planEquipmentStep } from "../steps/plan-equipment"
import { stockVariantsWorkflow } from "./stock-variants"

export const equipVendorProductsWorkflowId = "equip-vendor-products"

/** Makes sellable what a shop prepared before it was approved. */
export const equipVendorProductsWorkflow = createWorkflow(
  equipVendorProductsWorkflowId,
  (input: EquipProductsInput) => {
    const plan = planEquipmentStep(input)
    createRemoteLinkStep(plan.profiles)
    stockVariantsWorkflow.runAsStep({
      input: transform({ input, plan }, (data) => ({
        location_id: data.input.stock_location_id,
        variants: data.plan.variants,
      })),
    })

    return new WorkflowResponse(plan)
  }
)
