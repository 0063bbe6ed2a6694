import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { normaliseEmail } from "../../../lib/email"
import { ErrorCode, invalidData, unauthorized } from "../../../lib/errors"
import { emailOfLogin, type LoginFacts, placeholderEmail, provenEmails } from "../../../lib/login-emails"

type Body = { email?: string | null }

/**
 * A buyer's account has the address of its login. Core takes any, so that a login could ask who else has an account, and
 * hold an address that is not its own.
 */
export async function useOwnEmail(
  req: AuthenticatedMedusaRequest<Body>,
  _: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { auth_identity_id } = req.auth_context
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "auth_identity",
    fields: [
      "id",
      "provider_identities.provider",
      "provider_identities.entity_id",
      "provider_identities.user_metadata",
      "verifications.entity_id",
      "verifications.entity_type",
      "verifications.verified_at",
    ],
    filters: { id: auth_identity_id },
  })
  const login = data[0] as LoginFacts | undefined
  if (!login) {
    throw unauthorized(ErrorCode.SIGN_IN_REQUIRED, "Sign in first.")
  }
  const known = emailOfLogin(login)
  const proven = provenEmails(login)
  const own = known ?? proven[0] ?? placeholderEmail(auth_identity_id)
  const asked = req.validatedBody.email ? normaliseEmail(req.validatedBody.email) : own
  if (asked !== own && !proven.includes(asked)) {
    throw invalidData(ErrorCode.EMAIL_NOT_OWN, "An account has the e-mail address that it signs in with.")
  }
  req.validatedBody.email = asked
  next()
}
