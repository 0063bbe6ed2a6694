import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { DecideProductInput } from "../../../modules/vendor/types"

export const decideProductStep = createStep(
  "decide-product",
  async (input: DecideProductInput, { container }) => {
    const decided = await container.resolve<VendorModuleService>(VENDOR_MODULE).decideProduct(input)

    return new StepResponse(decided, decided)
  },
  async (decided, { container }) => {
    if (decided) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).undoProductDecision(decided)
    }
  }
)
