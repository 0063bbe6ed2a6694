import type { MedusaRequest } from "@medusajs/framework/http"
import type { AuthIdentityDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId, Modules } from "@medusajs/framework/utils"
import { generateJwtTokenForAuthIdentity } from "@medusajs/medusa/api/auth/utils/generate-jwt-token"
import { LOGIN_EXISTS, normaliseEmail } from "../../lib/email"
import { ErrorCode, unauthorized } from "../../lib/errors"
import { PasswordEvents, type RegistrationRepeated } from "../../lib/password-events"

type Registration = { actor_type: string; auth_provider: string }

/**
 * Registers a login and answers its token. For an address that has one already the answer is the same, with a token
 * that belongs to nobody and opens nothing; who the address belongs to is told by mail.
 */
export async function registerLogin(req: MedusaRequest, registration: Registration): Promise<string> {
  const { auth_provider } = registration
  const { url, headers, query, body, protocol } = req
  const { success, error, authIdentity } = await req.scope.resolve(Modules.AUTH).register(auth_provider, {
    url,
    headers: headers as Record<string, string>,
    query: query as Record<string, string>,
    body: body as Record<string, string>,
    protocol,
  })
  if (success && authIdentity) {
    return tokenFor(req, authIdentity, registration)
  }
  if (error !== LOGIN_EXISTS) {
    throw unauthorized(ErrorCode.REGISTRATION_REFUSED, error || "The registration failed.")
  }
  const email = normaliseEmail((body as { email: string }).email)
  await tellOwner(req, { email, actor_type: registration.actor_type })

  return tokenFor(req, decoy(email, auth_provider), registration)
}

async function tokenFor(
  req: MedusaRequest,
  authIdentity: AuthIdentityDTO,
  { actor_type, auth_provider }: Registration
): Promise<string> {
  const { http } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig

  return generateJwtTokenForAuthIdentity(
    { authIdentity, actorType: actor_type, authProvider: auth_provider, container: req.scope },
    { secret: http.jwtSecret as string, expiresIn: http.jwtExpiresIn, options: http.jwtOptions }
  )
}

/** Looks like a login that was just made, in everything that a token shows of one. */
function decoy(entity_id: string, provider: string): AuthIdentityDTO {
  const id = generateEntityId(undefined, "authid")

  return { id, provider_identities: [{ id: "", provider, entity_id, auth_identity_id: id }] }
}

/** The event goes out without waiting for the mail, so the answer takes no longer than another. */
async function tellOwner(req: MedusaRequest, data: RegistrationRepeated): Promise<void> {
  await req.scope.resolve(Modules.EVENT_BUS).emit({ name: PasswordEvents.REGISTRATION_REPEATED, data })
}
