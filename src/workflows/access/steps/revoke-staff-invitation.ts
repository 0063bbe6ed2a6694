import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notFound } from "../../../lib/errors"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"

/** Takes an open invitation back. Comes last: nothing undoes it. */
export const revokeStaffInvitationStep = createStep(
  "revoke-staff-invitation",
  async ({ id }: { id: string }, { container }) => {
    const isRevoked = await container.resolve<AccessModuleService>(ACCESS_MODULE).revokeStaffInvitation(id)
    if (!isRevoked) {
      throw notFound(ErrorCode.INVITATION_NOT_FOUND, "There is no open invitation like this.")
    }

    return new StepResponse(id)
  }
)
