import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import { STAFF_ROLES, VENDOR_ROLES } from "../../src/lib/permissions"
import { ACCESS_MODULE } from "../../src/modules/access"
import type AccessModuleService from "../../src/modules/access/service"
import type { Person } from "../helpers/people"

export const SHOP_ACTORS = VENDOR_ROLES.map((role) => `shop:${role}` as const)
export const STAFF_ACTORS = STAFF_ROLES.map((role) => `staff:${role}` as const)

/** Everybody as whom each route is called. */
export const ACTORS = [
  "anonymous",
  "buyer",
  /** A user with neither a staff role nor a shop. */
  "nobody",
  ...SHOP_ACTORS,
  /** The owner of another shop, who names the first shop's records. */
  "other-shop",
  /** The owner of the first shop while it is suspended. */
  "suspended",
  /** An API key of the first shop with every permission that a key can have. */
  "key",
  ...STAFF_ACTORS,
  /** A secret key of core's that the platform's owner has made. */
  "secret-key",
] as const

export type Actor = (typeof ACTORS)[number]

/** A session as a sign-in opens it, with a second factor that was shown this moment, and its token. */
export async function tokenOf(
  container: MedusaContainer,
  person: Person,
  actor_type: "user" | "customer"
): Promise<string> {
  const now = new Date()
  const session = await container.resolve<AccessModuleService>(ACCESS_MODULE).createAccessSessions({
    auth_identity_id: person.auth_identity_id,
    actor_type,
    actor_id: person.id,
    started_at: now,
    last_seen_at: now,
    expires_at: new Date(now.getTime() + 3_600_000),
  })
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig

  return generateJwtToken(
    {
      actor_id: person.id,
      actor_type,
      auth_identity_id: person.auth_identity_id,
      auth_provider: "emailpass",
      app_metadata: {},
      user_metadata: {},
      sid: session.id,
      mfa_enabled: true,
      mfa_challenge_completed_at: now.toISOString(),
    },
    { secret: http.jwtSecret, expiresIn: 3600, jwtOptions: http.jwtOptions }
  )
}
