import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, forbidden, notFound } from "../../../lib/errors"
import { ACCESS_MODULE } from "../../../modules/access"
import type AccessModuleService from "../../../modules/access/service"

export type StartImpersonationInput = {
  actor_type: "customer" | "user"
  actor_id: string
  reason: string
  minutes: number
  by: string
}

/** The session of a member of staff under the name of a buyer or of a person of a shop. */
export const openImpersonationStep = createStep(
  "open-impersonation",
  async (input: StartImpersonationInput, { container }) => {
    const { actor_type, actor_id, reason, minutes, by } = input
    if (actor_type === "user") {
      await assertMayActAs(container, { user_id: actor_id, by })
    }
    const [identity] = await container
      .resolve(Modules.AUTH)
      .listAuthIdentities({ app_metadata: { [`${actor_type}_id`]: actor_id } }, { take: 1 })
    if (!identity) {
      throw notFound(ErrorCode.PERSON_NOT_FOUND, "There is no such person with a login.")
    }
    const access = container.resolve<AccessModuleService>(ACCESS_MODULE)
    const now = await access.readClock()
    const session = await access.createAccessSessions({
      auth_identity_id: identity.id,
      actor_type,
      actor_id,
      started_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + minutes * 60_000),
      impersonator_user_id: by,
      impersonation_reason: reason,
    })

    return new StepResponse(
      { id: session.id, auth_identity_id: identity.id, expires_at: session.expires_at },
      session.id
    )
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve<AccessModuleService>(ACCESS_MODULE).deleteAccessSessions(id)
    }
  }
)

/** Not as staff, who hold rights of the platform, and not as a person of one's own shop. */
async function assertMayActAs(
  container: MedusaContainer,
  { user_id, by }: { user_id: string; by: string }
): Promise<void> {
  const [colleague] = await container
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .listStaffMembers({ user_id }, { take: 1 })
  if (colleague) {
    throw forbidden(ErrorCode.IMPERSONATION_REFUSED, "Nobody acts under the name of a member of staff.")
  }
  const { data: memberships } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "vendor_member",
    fields: ["vendor_id", "user_id"],
    filters: { user_id: [user_id, by] },
  })
  const own = new Set(memberships.filter((row) => row.user_id === by).map((row) => row.vendor_id))
  if (memberships.some((row) => row.user_id === user_id && own.has(row.vendor_id))) {
    throw forbidden(ErrorCode.OWN_SHOP_REFUSED, "Nobody acts as staff on a shop they belong to.")
  }
}
