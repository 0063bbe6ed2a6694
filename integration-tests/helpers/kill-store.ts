import { randomBytes } from "node:crypto"
import { Client } from "pg"
import { type PaystackSandbox, startPaystackSandbox } from "../../sandbox"
import { migrate } from "./server-process"

/** What outlives a server that is killed: its database and its gateway. `env` starts the next one on them. */
export type Store = { db: Client; sandbox: PaystackSandbox; env: Record<string, string> }

export async function openStore(): Promise<Store> {
  const secret = `sk_test_${randomBytes(12).toString("hex")}`
  const sandbox = await startPaystackSandbox({ secret_key: secret, webhook_retry_ms: [] })
  const url = await createDatabase(`merkato_crash_${randomBytes(4).toString("hex")}`)
  const env = {
    DATABASE_URL: url,
    PAYSTACK_SECRET_KEY: secret,
    PAYSTACK_BASE_URL: sandbox.url,
  }
  await migrate(env)
  const db = new Client({ connectionString: url })
  await db.connect()

  return { db, sandbox, env }
}

export async function closeStore({ db, sandbox }: Pick<Store, "db" | "sandbox">): Promise<void> {
  await sandbox.stop()
  const { database } = db
  await db.end()
  await onAdmin(`drop database "${database}" with (force)`)
}

function serverUrl(database: string): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env

  return `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${database}`
}

async function createDatabase(name: string): Promise<string> {
  await onAdmin(`create database "${name}"`)

  return serverUrl(name)
}

async function onAdmin(sql: string): Promise<void> {
  const admin = new Client({ connectionString: serverUrl("postgres") })
  await admin.connect()
  await admin.query(sql)
  await admin.end()
}
