import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import type { VendorRole } from "../../../lib/permissions"
import { makeSecretToken } from "../../../lib/secret-token"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import { sendInvitation } from "../send-invitation"

export type InviteMemberInput = {
  vendor_id: string
  email: string
  role: VendorRole
  actor_user_id: string
}

/**
 * Keeps an invitation and sends its token, in one step: the token is in no answer, event or stored execution, so it
 * cannot travel from one step to the next.
 */
export const inviteMemberStep = createStep(
  "invite-member",
  async (input: InviteMemberInput, { container }) => {
    const { vendor_id, email } = input
    const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
    const users = await container.resolve(Modules.USER).listUsers({ email }, { take: 1, select: ["id"] })
    const user_id = users.map(({ id }) => id)
    const [known] = await vendors.listVendorMembers({ vendor_id, user_id }, { take: 1, select: ["id"] })
    if (known) {
      throw notAllowed(ErrorCode.MEMBER_EXISTS, "Somebody with this address belongs to the shop already.")
    }
    const { token, token_hash } = makeSecretToken()
    const { id, expires_at } = await vendors.invite({ ...input, token_hash, now: new Date() })
    try {
      await sendInvitation(container, { vendor_id, to: email, token, expires_at })
    } catch (error) {
      await vendors.deleteVendorInvitations(id)
      throw error
    }

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).deleteVendorInvitations(id)
    }
  }
)
