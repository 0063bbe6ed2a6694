import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "@medusajs/framework/zod"
import { untilHealthy } from "../../scripts/lib/app"
import { Child } from "../../scripts/lib/child"
import type { OwnClaim } from "../../scripts/lib/claim"
import { MEDUSA_CLI, ROOT, statePath } from "../../scripts/lib/paths"
import { freePort } from "../../scripts/lib/ports"

export type Env = Record<string, string | undefined>

export type SentStatement = z.infer<typeof Sent>

export type BenchServer = {
  name: string
  url: string
  database_url: string
  /** Waits until no statement runs and none has ended for a while, then counts from zero. */
  beginCount: () => Promise<void>
  /** Since the begin: statements, and what the process itself has worked. */
  spentSoFar: () => Promise<{ count: number; cpu_ms: number }>
  /** Everything since the begin, with what ran on in the background after the answer. */
  endCount: () => Promise<{ count: number; statements: SentStatement[] }>
  listVendorOrders: (vendorId: string, take: number) => Promise<{ ms: number; rows: number; total: number }>
}

type ServerOptions = { name: string; directory: string; env: Env; database_url: string; claim: OwnClaim }

const PRELOAD = join(__dirname, "preload.cjs")
const Spent = z.object({ count: z.number(), cpu_ms: z.number() })
const Sent = z.object({ at_ms: z.number(), text: z.string() })
const Ended = z.object({ count: z.number(), statements: Sent.array() })
const VendorOrders = z.object({ ms: z.number(), rows: z.number(), total: z.number() })

/** `medusa start` in production mode: the same command, Node flags and settings for both kinds of server. */
export async function startServer(options: ServerOptions): Promise<BenchServer> {
  const { name, directory, env, database_url, claim } = options
  const port = await freePort()
  const control = await freePort()
  const child = new Child({
    args: ["--no-deprecation", "--require", PRELOAD, MEDUSA_CLI, "start", "--port", String(port)],
    cwd: directory,
    env: {
      ...env,
      DATABASE_URL: database_url,
      NODE_ENV: "production",
      BENCH_CONTROL_PORT: String(control),
      LOG_LEVEL: "warn",
    },
    log: statePath(`bench/${name}.log`),
  })
  await claim.addChild(child)
  const url = `http://localhost:${port}`
  await untilHealthy(child, `${url}/health`)

  return { name, url, database_url, ...controlOf(`http://127.0.0.1:${control}`) }
}

function controlOf(url: string) {
  const ask = async <Answer>(path: string, answer: z.ZodType<Answer>) => {
    const response = await fetch(`${url}${path}`)
    const text = await response.text()
    if (!response.ok) {
      throw new Error(`The server's control port answered ${path} with: ${text}`)
    }
    return answer.parse(JSON.parse(text))
  }

  return {
    beginCount: async () => void (await ask("/begin", z.object({}))),
    spentSoFar: () => ask("/spent", Spent),
    endCount: () => ask("/end", Ended),
    listVendorOrders: (vendorId: string, take: number) =>
      ask(`/vendor-orders?vendor_id=${vendorId}&take=${take}`, VendorOrders),
  }
}

export const MERKATO_DIRECTORY = ROOT

const STOCK_CONFIG = `const { defineConfig } = require("@medusajs/framework/utils")

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS,
      adminCors: process.env.ADMIN_CORS,
      authCors: process.env.AUTH_CORS,
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  admin: { disable: true },
})
`

/** A project with nothing but Medusa. It lies below this one, so it finds the very same packages. */
export async function writeStockProject(): Promise<string> {
  const directory = statePath("bench/stock")
  await mkdir(directory, { recursive: true })
  const manifest = { name: "stock", private: true, dependencies: { "@medusajs/medusa": "*" } }
  await writeFile(join(directory, "package.json"), JSON.stringify(manifest))
  await writeFile(join(directory, "medusa-config.js"), STOCK_CONFIG)

  return directory
}
