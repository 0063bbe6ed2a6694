import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { hashSecretToken } from "../../../lib/secret-token"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"

export type AcceptStaffInvitationInput = { token: string; emails: string[]; user_id: string }

/** Takes the invitation and gives its role in one transaction. Nothing undoes it: an invitation is not given back. */
export const acceptStaffInvitationStep = createStep(
  "accept-staff-invitation",
  async ({ token, emails, user_id }: AcceptStaffInvitationInput, { container }) => {
    const change = await container
      .resolve<AccessModuleService>(ACCESS_MODULE)
      .acceptStaffInvitation({ token_hash: hashSecretToken(token), emails, user_id })

    return new StepResponse(change)
  }
)
