import { randomBytes, scrypt } from "node:crypto"
import { promisify } from "node:util"

type Derive = (password: string, salt: Buffer, length: number, options: object) => Promise<Buffer>

// The overloads of scrypt leave promisify only the one without options.
const derive = promisify(scrypt) as Derive

/** What core's provider hashes with, unless it is told otherwise; its hashes are of 64 bytes. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const LENGTH = 64

/** Works as long as checking a password does, so that an answer's time does not tell whether there was one to check. */
export async function spendTimeOnPassword(password: string): Promise<void> {
  await derive(password, randomBytes(32), LENGTH, COST)
}
