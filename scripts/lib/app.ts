import { existsSync } from "node:fs"
import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Child, runToEnd } from "./child"
import type { OwnClaim } from "./claim"
import { query } from "./database"
import { fingerprint } from "./fingerprint"
import { BUILT_SERVER, MEDUSA_CLI, ROOT, statePath } from "./paths"
import type { Secrets } from "./secrets"

export type AppSettings = {
  database_url: string
  base_url: string
  sandbox_url: string
  secrets: Secrets
}

type Env = Record<string, string | undefined>

/** What the Medusa server needs to know, the same for every one of its commands. */
export function appEnv({ database_url, base_url, sandbox_url, secrets }: AppSettings): Env {
  const origins = [base_url, "http://localhost:8000", "http://localhost:5173"].join(",")

  return {
    DATABASE_URL: database_url,
    JWT_SECRET: secrets.jwt_secret,
    COOKIE_SECRET: secrets.cookie_secret,
    // The demo is reached over plain HTTP.
    COOKIE_SECURE: "false",
    AUTH_MFA_ENCRYPTION_KEY: secrets.mfa_encryption_key,
    ENCRYPTION_KEYS: secrets.encryption_keys,
    // Its people have no mailboxes and no phones: what is sent to them can be read in this file.
    MESSAGE_OUTBOX: statePath("messages.jsonl"),
    // Where links in these messages lead, and where pictures are served from: the port is not always the usual one.
    ADMIN_URL: `${base_url}/app`,
    BACKEND_URL: base_url,
    REQUIRE_EMAIL_VERIFICATION: "false",
    STORE_CORS: origins,
    ADMIN_CORS: origins,
    AUTH_CORS: origins,
    PAYSTACK_SECRET_KEY: secrets.paystack_secret_key,
    PAYSTACK_BASE_URL: sandbox_url,
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
}

const medusa = (...args: string[]) => ["--no-deprecation", MEDUSA_CLI, ...args]

/** Lies in the built folder, so that any other build into it makes this one stale. */
const buildStamp = () => join(BUILT_SERVER, "merkato-build.txt")

/** Builds the server and the admin when a source has changed since the last build. */
export async function buildWhenChanged(env: Env, claim: OwnClaim): Promise<"built" | "unchanged"> {
  const current = await fingerprint(["src", "medusa-config.ts", "tsconfig.json", "package-lock.json"])
  const previous = await readFile(buildStamp(), "utf8").catch(() => "")
  if (previous === current) {
    return "unchanged"
  }
  await runMedusa("medusa build", ["build"], { ...env, NODE_ENV: "production" }, "build.log", claim)
  if (!existsSync(join(BUILT_SERVER, "public/admin/index.html"))) {
    throw new Error("The build left no admin dashboard. The whole output is in .merkato/build.log.")
  }
  await writeFile(buildStamp(), current)

  return "built"
}

/** Brings the database's tables up to date when the migrations, links or modules have changed. */
export async function migrateWhenChanged(env: Env, claim: OwnClaim): Promise<"migrated" | "unchanged"> {
  const url = env.DATABASE_URL ?? ""
  const stamp = statePath("migrated.json")
  const sources = [
    "src/links",
    "src/search",
    "src/migration-scripts",
    "medusa-config.ts",
    "package-lock.json",
  ]
  const isMigration = (path: string) => !path.startsWith("src/modules") || path.includes("/migrations/")
  const { host, hostname, pathname } = new URL(url)
  const current = JSON.stringify({
    // The project's own server may come back on another port.
    database: `${process.env.DATABASE_URL ? host : hostname}${pathname}`,
    sources: await fingerprint([...sources, "src/modules"], isMigration),
  })
  if ((await readFile(stamp, "utf8").catch(() => "")) === current && (await hasTables(url))) {
    return "unchanged"
  }
  await runMedusa(
    "medusa db:migrate",
    ["db:migrate", "--execute-safe-links", "--execute-safe-search"],
    env,
    "migrate.log",
    claim
  )
  await writeFile(stamp, current)

  return "migrated"
}

export async function hasTables(url: string): Promise<boolean> {
  const [row] = await query(url, "select to_regclass('public.vendor_order') is not null as found")

  return row?.found === true
}

/** Runs a script with Medusa's container (`medusa exec`). */
export async function execScript(path: string, args: string[], env: Env, claim: OwnClaim, log: string) {
  await runMedusa(`medusa exec ${path}`, ["exec", path, ...args], env, log, claim)
}

/** The same, talking to the person who waits for it. */
export async function execOnTerminal(path: string, args: string[], env: Env, claim: OwnClaim) {
  const options = {
    args: medusa("exec", path, ...args),
    cwd: ROOT,
    env: { ...env, LOG_LEVEL: "error" },
    log: "terminal" as const,
  }
  await runToEnd("Loading", options, (child) => void claim.addChild(child))
}

async function runMedusa(title: string, args: string[], env: Env, log: string, claim: OwnClaim) {
  const options = { args: medusa(...args), cwd: ROOT, env, log: statePath(log) }
  await runToEnd(`\`${title}\``, options, (child) => void claim.addChild(child))
}

/** Starts the built server and waits until it answers. */
export async function startBuiltServer(env: Env, port: number, claim: OwnClaim): Promise<Child> {
  const server = new Child({
    args: medusa("start", "--port", String(port)),
    cwd: BUILT_SERVER,
    env: { ...env, NODE_ENV: "production" },
    log: statePath("server.log"),
  })
  await claim.addChild(server)
  await untilHealthy(server, `http://localhost:${port}/health`)

  return server
}

const START_LIMIT_MS = 120_000

export async function untilHealthy(server: Child, url: string): Promise<void> {
  const since = Date.now()
  while (Date.now() - since < START_LIMIT_MS) {
    if (server.has_ended) {
      throw new Error(`The server ended while starting.\n${await server.lastWords()}`)
    }
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    if (answer?.ok) {
      return
    }
    await sleep(100)
  }
  throw new Error(`The server did not answer at ${url} in time.\n${await server.lastWords()}`)
}
