import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { VendorRole } from "../../../lib/permissions"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { ChangeMemberInput } from "../../../modules/vendor/team-types"

export const changeMemberRoleStep = createStep(
  "change-member-role",
  async (input: ChangeMemberInput & { to: VendorRole }, { container }) => {
    const before = await container.resolve<VendorModuleService>(VENDOR_MODULE).changeMemberRole(input)

    return new StepResponse(before, before)
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).restoreMemberRole(before)
    }
  }
)
