import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { invitationExpiry } from "../../../lib/invitation-rules"
import { makeSecretToken } from "../../../lib/secret-token"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import { sendInvitation } from "../send-invitation"

export type ResendInvitationInput = { vendor_id: string; invitation_id: string; actor_user_id: string }

/** Sends an invitation again with a new token, with which the former link ends. */
export const resendInvitationStep = createStep(
  "resend-invitation",
  async (input: ResendInvitationInput, { container }) => {
    const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
    const { token, token_hash } = makeSecretToken()
    const now = new Date()
    const before = await vendors.renewInvitation({ ...input, token_hash, now })
    try {
      const { vendor_id, email } = before
      await sendInvitation(container, { vendor_id, to: email, token, expires_at: invitationExpiry(now) })
    } catch (error) {
      await vendors.restoreInvitation(before)
      throw error
    }

    return new StepResponse(before.id, before)
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).restoreInvitation(before)
    }
  }
)
