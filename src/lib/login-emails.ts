import { normaliseEmail } from "./email"

/** What Medusa keeps of a login, as far as its addresses go. */
export type LoginFacts = {
  provider_identities?: {
    provider: string
    entity_id: string
    user_metadata?: Record<string, unknown> | null
  }[]
  verifications?: { entity_id: string; entity_type: string; verified_at?: Date | string | null }[]
}

const PASSWORD_PROVIDER = "emailpass"

/** Providers that let nobody in whose address they have not confirmed. */
const VOUCHING_PROVIDERS = ["google"]

/** The address that a login is known by; null for one by phone. Nobody has proven to read its mail. */
export function emailOfLogin({
  provider_identities = [],
}: Pick<LoginFacts, "provider_identities">): string | null {
  const password = provider_identities.find(({ provider }) => provider === PASSWORD_PROVIDER)

  return password ? normaliseEmail(password.entity_id) : (vouchedEmails({ provider_identities })[0] ?? null)
}

/** The addresses whose mail a login is known to read: confirmed by a code, or vouched for by an identity provider. */
export function provenEmails(login: LoginFacts): string[] {
  const confirmed = (login.verifications ?? [])
    .filter(({ entity_type, verified_at }) => entity_type === "email" && verified_at)
    .map(({ entity_id }) => normaliseEmail(entity_id))

  return [...new Set([...confirmed, ...vouchedEmails(login)])]
}

function vouchedEmails({ provider_identities = [] }: Pick<LoginFacts, "provider_identities">): string[] {
  return provider_identities.flatMap(({ provider, user_metadata }) => {
    const email = user_metadata?.email

    return VOUCHING_PROVIDERS.includes(provider) && typeof email === "string" ? [normaliseEmail(email)] : []
  })
}

/** A domain that never receives mail (RFC 2606). Medusa's users need an address; a login by phone has none. */
const NO_MAILBOX = "phone.invalid"

export const placeholderEmail = (authIdentityId: string): string =>
  `${authIdentityId.toLowerCase()}@${NO_MAILBOX}`

/** The address of a user as it is shown: null where there is none. */
export const shownEmail = (email: string | null | undefined): string | null =>
  email && !email.endsWith(`@${NO_MAILBOX}`) ? email : null
