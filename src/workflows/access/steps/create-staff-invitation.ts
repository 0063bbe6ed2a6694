import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deliverMessage } from "../../../lib/deliver-message"
import { loadEnv } from "../../../lib/env"
import { invitationExpiry } from "../../../lib/invitation-rules"
import type { StaffRole } from "../../../lib/permissions"
import { makeSecretToken } from "../../../lib/secret-token"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"

export type InviteStaffInput = { email: string; role: StaffRole; by: string }

/**
 * Keeps the invitation and sends its token in one step: the token is in no answer, no event and in no stored
 * execution, so it cannot travel from one step to another.
 */
export const createStaffInvitationStep = createStep(
  "create-staff-invitation",
  async ({ email, role, by }: InviteStaffInput, { container }) => {
    const access = container.resolve<AccessModuleService>(ACCESS_MODULE)
    const { token, token_hash } = makeSecretToken()
    const expires_at = invitationExpiry(new Date())
    const { id } = await access.inviteStaff({ email, role, token_hash, expires_at, invited_by: by })
    try {
      await deliverMessage(
        {
          notifications: container.resolve(Modules.NOTIFICATION),
          logger: container.resolve(ContainerRegistrationKeys.LOGGER),
        },
        {
          channel: "email",
          to: email,
          template: "staff_invitation",
          data: {
            url: `${loadEnv().ADMIN_URL}/staff-invitation?token=${token}`,
            expires_at: expires_at.toISOString().slice(0, 10),
          },
        }
      )
    } catch (error) {
      await access.deleteStaffInvitations(id)
      throw error
    }

    return new StepResponse({ id, email, role, expires_at }, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<AccessModuleService>(ACCESS_MODULE).deleteStaffInvitations(id)
    }
  }
)
