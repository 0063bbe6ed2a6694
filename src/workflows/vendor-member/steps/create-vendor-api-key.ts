import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { CreateApiKeyInput } from "../../../modules/vendor/team-types"

export const createVendorApiKeyStep = createStep(
  "create-vendor-api-key",
  async (input: CreateApiKeyInput, { container }) => {
    const key = await container.resolve<VendorModuleService>(VENDOR_MODULE).createApiKey(input)

    return new StepResponse(key, key.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).deleteVendorApiKeys(id)
    }
  }
)
