import { createHmac, hkdfSync, randomInt, timingSafeEqual } from "node:crypto"
import { CODE_DIGITS } from "./domain/limits"

/** The key of all hashes here, so that who reads the table cannot try all million codes. */
export const hashingKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", "merkato one-time codes", 32))

/** Every code is as likely as any other. */
export const newCode = (): string => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0")

/** Binds a code to what it is for: the parts are written as JSON, so that no two lists of parts look alike. */
export const hashOf = (key: Buffer, parts: string[]): string =>
  createHmac("sha256", key).update(JSON.stringify(parts)).digest("hex")

export function isSameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one, "hex"), Buffer.from(other, "hex")]

  return left.length === right.length && timingSafeEqual(left, right)
}
