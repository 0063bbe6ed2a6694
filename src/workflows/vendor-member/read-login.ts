import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { emailOfLogin, provenEmails } from "../../lib/login-emails"

export type Login = {
  auth_identity_id: string
  /** Null for a login that has no account yet. */
  user_id: string | null
  email: string | null
  proven_emails: string[]
}

/**
 * A login with its account and the addresses it stands for; null for one that is not there: whoever signs up with an
 * address that has a login already is given a token that belongs to nobody.
 */
export async function readLogin(container: MedusaContainer, authIdentityId: string): Promise<Login | null> {
  const auth = container.resolve(Modules.AUTH)
  const [[identity], verifications] = await Promise.all([
    auth.listAuthIdentities({ id: [authIdentityId] }, { relations: ["provider_identities"], take: 1 }),
    auth.listAuthVerifications({ auth_identity_id: authIdentityId, entity_type: "email" }),
  ])
  if (!identity) {
    return null
  }
  const userId = identity.app_metadata?.user_id
  const { provider_identities } = identity

  return {
    auth_identity_id: authIdentityId,
    user_id: typeof userId === "string" ? userId : null,
    email: emailOfLogin({ provider_identities }),
    proven_emails: provenEmails({ provider_identities, verifications }),
  }
}
