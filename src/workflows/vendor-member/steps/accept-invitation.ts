import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { hashSecretToken } from "../../../lib/secret-token"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"

export type AcceptInvitationStepInput = { token: string; proven_emails: string[]; user_id: string }

export const acceptInvitationStep = createStep(
  "accept-vendor-invitation",
  async ({ token, proven_emails, user_id }: AcceptInvitationStepInput, { container }) => {
    const token_hash = hashSecretToken(token)
    const member = await container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .acceptInvitation({ token_hash, proven_emails, user_id, now: new Date() })

    return new StepResponse(member, { member, token_hash })
  },
  async (accepted, { container }) => {
    if (accepted) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).undoAcceptance(accepted)
    }
  }
)
