import { createHash, randomBytes } from "node:crypto"

/** What is kept of a secret. It is found by its hash, so that no comparison tells anything by its time. */
export const hashSecretToken = (token: string): string => createHash("sha256").update(token).digest("hex")

/** A secret that nobody can guess, 32 random bytes after a prefix that says what it is, with what is kept of it. */
export function makeSecretToken(prefix = ""): { token: string; token_hash: string } {
  const token = `${prefix}${randomBytes(32).toString("base64url")}`

  return { token, token_hash: hashSecretToken(token) }
}

const BODY = /^[\w-]{43}$/

/** Whether a text has the form of such a secret; another one need not be looked up. */
export const isSecretToken = (text: string, prefix = ""): boolean =>
  text.startsWith(prefix) && BODY.test(text.slice(prefix.length))
