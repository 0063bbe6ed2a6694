import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"

export type RevokeInvitationInput = { vendor_id: string; id: string }

/** Takes an open invitation back. Nothing undoes it: better one invitation too few than one too many. */
export const revokeInvitationStep = createStep(
  "revoke-vendor-invitation",
  async (input: RevokeInvitationInput, { container }) => {
    await container.resolve<VendorModuleService>(VENDOR_MODULE).revokeInvitation(input)

    return new StepResponse(input.id)
  }
)
