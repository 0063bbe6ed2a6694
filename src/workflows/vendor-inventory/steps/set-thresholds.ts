import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { SetThresholdsInput } from "../../../modules/vendor/stock-service"

export const setThresholdsStep = createStep(
  "set-vendor-stock-thresholds",
  async ({ vendor_id, thresholds }: SetThresholdsInput, { container }) => {
    if (!thresholds.length) {
      return new StepResponse(null, null)
    }
    const before = await vendors(container).setThresholds({ vendor_id, thresholds })

    return new StepResponse(null, { vendor_id, thresholds: before })
  },
  async (before, { container }) => {
    if (before) {
      await vendors(container).setThresholds(before)
    }
  }
)

const vendors = (container: MedusaContainer) => container.resolve<VendorModuleService>(VENDOR_MODULE)
