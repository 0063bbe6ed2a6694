import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMMISSION_MODULE } from "../../../modules/commission"
import type CommissionModuleService from "../../../modules/commission/service"

export const endRuleStep = createStep(
  "end-commission-rule",
  async (input: { id: string }, { container }) => {
    const ended = await container.resolve<CommissionModuleService>(COMMISSION_MODULE).endRule(input.id)

    return new StepResponse(ended, ended.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<CommissionModuleService>(COMMISSION_MODULE).undoEnd(id)
    }
  }
)
