import { loadEnv } from "./env"
import { createKeyRing, type KeyRing } from "./key-ring"

let ring: KeyRing | undefined

/** The key ring of the process's environment. */
export function ownKeyRing(): KeyRing {
  ring ??= createKeyRing(loadEnv().ENCRYPTION_KEYS)

  return ring
}
