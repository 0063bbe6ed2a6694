import { InventoryLevelWorkflowEvents } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import type { SetStockInput, SetThresholdsInput } from "../../../modules/vendor/stock-service"
import { setStockStep } from "../steps/set-stock"
import { setThresholdsStep } from "../steps/set-thresholds"

export const setVendorStockWorkflowId = "set-vendor-stock"

/**
 * Sets what a shop has of its items at its own place, and how few of them are little, all or nothing, and tells of the
 * levels as core would.
 */
export const setVendorStockWorkflow = createWorkflow(
  setVendorStockWorkflowId,
  (input: SetStockInput & SetThresholdsInput) => {
    setThresholdsStep(input)
    const changes = setStockStep(input)
    emitEventStep({
      eventName: InventoryLevelWorkflowEvents.CREATED,
      data: transform({ changes }, (data) =>
        data.changes.filter(({ is_new }) => is_new).map(({ level_id }) => ({ id: level_id }))
      ),
    }).config({ name: "emit-levels-created" })
    emitEventStep({
      eventName: InventoryLevelWorkflowEvents.UPDATED,
      data: transform({ changes }, (data) =>
        data.changes.filter(({ is_new }) => !is_new).map(({ level_id }) => ({ id: level_id }))
      ),
    }).config({ name: "emit-levels-updated" })

    return new WorkflowResponse(changes)
  }
)
