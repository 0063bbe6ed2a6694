import { Client } from "@medusajs/framework/pg"
import { createKeyRing, encryptionKeys } from "../src/lib/key-ring"
import { currentClaim } from "./lib/claim"
import { openDatabase } from "./lib/database"
import { describeRotation, rotateAll } from "./lib/key-rotation"
import { type Lifetime, runCommand } from "./lib/lifetime"
import { loadSecrets } from "./lib/secrets"

/**
 * `npm run keys:rotate`: encrypts with the first key of `ENCRYPTION_KEYS` what older keys wrote. The order of things:
 * give all servers `k1,k2`, then `k2,k1`; run this; when nothing is unreadable, give them `k2` alone.
 */
async function rotateKeys({ hold }: Lifetime): Promise<void> {
  const text = process.env.ENCRYPTION_KEYS ?? (await keysOfDemo())
  const keys = encryptionKeys.safeParse(text)
  if (!keys.success) {
    throw new Error(`ENCRYPTION_KEYS ${keys.error.issues[0]?.message}`)
  }
  const database = await hold(databaseToRotate())
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    const counts = await rotateAll({ client, ring: createKeyRing(keys.data) })
    console.log(describeRotation(counts))
    if (counts.some(({ unreadable }) => unreadable.length)) {
      throw new Error("Some rows do not open. Keep all old keys and look at these rows.")
    }
  } finally {
    await client.end()
  }
}

async function keysOfDemo(): Promise<string> {
  if (process.env.DATABASE_URL) {
    throw new Error("Set ENCRYPTION_KEYS to the servers' keys, the new one first.")
  }

  return (await loadSecrets()).secrets.encryption_keys
}

/** `DATABASE_URL`, or the demo's, which may be up. */
async function databaseToRotate() {
  const running = process.env.DATABASE_URL ? undefined : await currentClaim()

  return running?.database_url
    ? { url: running.database_url, stop: async () => undefined }
    : await openDatabase(() => undefined)
}

void runCommand("keys:rotate", rotateKeys, { beside_running: true })
