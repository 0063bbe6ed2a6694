import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"

export type RevokeApiKeyInput = { vendor_id: string; id: string }

/** Ends a key at once. Nothing undoes it: a key that may have leaked stays dead. */
export const revokeVendorApiKeyStep = createStep(
  "revoke-vendor-api-key",
  async (input: RevokeApiKeyInput, { container }) => {
    await container.resolve<VendorModuleService>(VENDOR_MODULE).revokeApiKey(input)

    return new StepResponse(input.id)
  }
)
