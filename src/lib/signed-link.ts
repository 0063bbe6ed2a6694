import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto"

/** What a link opens. A token for one purpose opens nothing else. */
type LinkPurpose = "order"

export type LinkTarget = { purpose: LinkPurpose; id: string }

const keyOf = (secret: string, purpose: LinkPurpose) =>
  Buffer.from(hkdfSync("sha256", secret, "", `merkato signed link: ${purpose}`, 32))

const sign = (secret: string, { purpose, id }: LinkTarget, expiry: string) =>
  createHmac("sha256", keyOf(secret, purpose)).update(`${purpose}\n${id}\n${expiry}`).digest()

/** A token that opens one record until a moment, to whoever holds it. Nothing is stored. */
export function signLink(secret: string, target: LinkTarget, expiresAt: Date): string {
  const expiry = Math.floor(expiresAt.getTime() / 1000).toString(36)

  return `${expiry}.${sign(secret, target, expiry).toString("base64url")}`
}

/** Whether a token was signed for this record and still holds. Anything may be given as the token. */
export function isLinkValid(secret: string, target: LinkTarget, token: unknown, now: Date): boolean {
  const [, expiry, signature] =
    typeof token === "string" ? (/^([0-9a-z]{1,9})\.([\w-]{43})$/.exec(token) ?? []) : []
  if (!expiry || !signature) {
    return false
  }
  const given = Buffer.from(signature, "base64url")
  const right = sign(secret, target, expiry)

  return (
    given.length === right.length &&
    timingSafeEqual(given, right) &&
    Number.parseInt(expiry, 36) * 1000 > now.getTime()
  )
}
