import { createWorkflow, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { createInventoryLevelsWorkflow } from "@medusajs/medusa/core-flows"
import { planInventoryLevelsStep, type StockVariantsInput } from "../steps/plan-inventory-levels"

export const stockVariantsWorkflowId = "stock-vendor-variants"

/** Gives variants a place in the shop's stock, with a first quantity where there was none; what is there stays. */
export const stockVariantsWorkflow = createWorkflow(stockVariantsWorkflowId, (input: StockVariantsInput) => {
  const levels = planInventoryLevelsStep(input)
  when("levels-missing", { levels }, (data) => data.levels.length > 0).then(() => {
    createInventoryLevelsWorkflow.runAsStep({ input: { inventory_levels: levels } })
  })

  return new WorkflowResponse(levels)
})
