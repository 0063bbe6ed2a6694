import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { ChangeMemberInput } from "../../../modules/vendor/team-types"

export const removeMemberStep = createStep(
  "remove-member",
  async (input: ChangeMemberInput, { container }) => {
    const removed = await container.resolve<VendorModuleService>(VENDOR_MODULE).removeMember(input)

    return new StepResponse(removed, removed)
  },
  async (removed, { container }) => {
    if (removed) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).restoreMember(removed)
    }
  }
)
