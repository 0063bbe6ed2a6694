import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { ProfilePatch } from "../../../modules/vendor/types"

export type UpdateShopInput = { vendor_id: string; patch: ProfilePatch }

export const updateShopStep = createStep(
  "update-shop",
  async ({ vendor_id, patch }: UpdateShopInput, { container }) => {
    const before = await container.resolve<VendorModuleService>(VENDOR_MODULE).updateProfile(vendor_id, patch)

    return new StepResponse({ before }, { vendor_id, before })
  },
  async (done, { container }) => {
    if (done) {
      await container
        .resolve<VendorModuleService>(VENDOR_MODULE)
        .updateVendors({ id: done.vendor_id, ...done.before })
    }
  }
)
