import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { MoveRequirementInput } from "../../../modules/vendor/types"
import { readOnboarding } from "../read-onboarding"

export const moveRequirementStep = createStep(
  "move-vendor-requirement",
  async (input: MoveRequirementInput, { container }) => {
    const { facts } = await readOnboarding(container, input.vendor_id)
    const change = await container.resolve<VendorModuleService>(VENDOR_MODULE).moveRequirement(input, facts)

    return new StepResponse({ from: change.from, to: change.to }, change)
  },
  async (change, { container }) => {
    if (change) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).undoRequirement(change)
    }
  }
)
