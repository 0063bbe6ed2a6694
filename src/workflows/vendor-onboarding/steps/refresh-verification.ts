import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import { readOnboarding } from "../read-onboarding"

/** Brings `verified_at` in line with the checklist. */
export const refreshVerificationStep = createStep(
  "refresh-vendor-verification",
  async (vendorId: string, { container }) => {
    const { open } = await readOnboarding(container, vendorId)
    const former = await container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .markVerified(vendorId, open.length === 0)

    return new StepResponse({ open }, { id: vendorId, verified_at: former })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).updateVendors(before)
    }
  }
)
