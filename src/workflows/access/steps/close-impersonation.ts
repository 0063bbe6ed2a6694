import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notFound } from "../../../lib/errors"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"

/** Ends an impersonation. Nothing brings it back. */
export const closeImpersonationStep = createStep(
  "close-impersonation",
  async ({ id }: { id: string }, { container }) => {
    const access = container.resolve<AccessModuleService>(ACCESS_MODULE)
    const [session] = await access.listAccessSessions(
      { id, impersonator_user_id: { $ne: null } },
      { take: 1 }
    )
    if (!session) {
      throw notFound(ErrorCode.SESSION_NOT_FOUND, "There is no such session.")
    }
    await access.updateAccessSessions({ id, revoked_at: new Date(), revoked_because: "impersonation_ended" })

    return new StepResponse({ id, actor_type: session.actor_type, actor_id: session.actor_id })
  }
)
