import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto"
import { CODE_DIGITS } from "./domain/limits"

/** The key of everything here, so that who reads the tables learns no code and cannot try all million. */
export const hashingKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", "merkato one-time codes", 32))

/** The parts are written as JSON, so that no two lists of parts look alike. */
const macOf = (key: Buffer, parts: string[]): Buffer =>
  createHmac("sha256", key).update(JSON.stringify(parts)).digest()

export const hashOf = (key: Buffer, parts: string[]): string => macOf(key, parts).toString("hex")

/** What is kept of a code: with the key it gives the code again, for a second message, and without it nothing. */
export const newSeed = (): string => randomBytes(16).toString("hex")

/** The six digits that belong to these parts, bound to each of them; every code is as likely as any other. */
export const codeFrom = (key: Buffer, parts: string[]): string =>
  String(macOf(key, parts).readBigUInt64BE() % BigInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0")

export function isSameCode(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]

  return left.length === right.length && timingSafeEqual(left, right)
}
