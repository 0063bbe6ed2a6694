import { z } from "@medusajs/framework/zod"

const MOST_CHARACTERS = 254
const Email = z.email().max(MOST_CHARACTERS)

/** One spelling for one address, however it was typed: `Ada@X.com` and `ada@x.com` are the same login. */
export const normaliseEmail = (text: string): string => text.normalize("NFKC").trim().toLowerCase()

/** The address in its one spelling; null when it is none. */
export function parseEmail(value: unknown): string | null {
  const parsed = Email.safeParse(typeof value === "string" ? normaliseEmail(value) : value)

  return parsed.success ? parsed.data : null
}

/**
 * The spellings under which a login may be stored: the one spelling first, then the address as it was typed, for
 * logins that are older than this rule.
 */
export const spellingsOf = (typed: string): string[] => [...new Set([normaliseEmail(typed), typed.trim()])]

/** What the provider of logins by e-mail answers to a registration when there is such a login, in core's own words. */
export const LOGIN_EXISTS = "Identity with email already exists"
