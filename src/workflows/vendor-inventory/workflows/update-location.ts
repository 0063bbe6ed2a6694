import type { UpdateStockLocationInput } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { updateStockLocationsWorkflow } from "@medusajs/medusa/core-flows"
import { planLocationUpdateStep, type UpdateLocationInput } from "../steps/plan-location-update"

export const updateVendorLocationWorkflowId = "update-vendor-stock-location"

/** Changes the name and the address of a place where a shop keeps its stock. */
export const updateVendorLocationWorkflow = createWorkflow(
  updateVendorLocationWorkflowId,
  (input: UpdateLocationInput) => {
    const plan = planLocationUpdateStep(input)
    updateStockLocationsWorkflow.runAsStep({
      input: transform({ plan }, (data) => ({
        selector: data.plan.selector,
        // Core changes those fields of an address that are there, which its type does not say.
        update: data.plan.update as UpdateStockLocationInput,
      })),
    })

    return new WorkflowResponse(transform({ plan }, (data) => ({ id: data.plan.selector.id })))
  }
)
