import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { ChangeStatusInput } from "../../../modules/vendor/types"

export const changeVendorStatusStep = createStep(
  "change-vendor-status",
  async (input: ChangeStatusInput, { container }) => {
    const change = await container.resolve<VendorModuleService>(VENDOR_MODULE).changeStatus(input)

    return new StepResponse(change, change)
  },
  async (change, { container }) => {
    if (change) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).undoStatusChange(change)
    }
  }
)
