import { z } from "@medusajs/framework/zod"

/** A signing secret: long enough that nobody guesses it. There is no default on purpose. */
const secret = z.string().min(32, "must have at least 32 characters")
const basisPoints = z.coerce.number().int().min(0).max(10_000)

const Env = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  JWT_SECRET: secret,
  COOKIE_SECRET: secret,
  /** Set to false only where the server is reached over plain HTTP, as in the local demo. */
  COOKIE_SECURE: z.stringbool().optional(),
  STORE_CORS: z.string().default("http://localhost:8000"),
  ADMIN_CORS: z.string().default("http://localhost:9000,http://localhost:5173"),
  AUTH_CORS: z.string().default("http://localhost:9000,http://localhost:5173,http://localhost:8000"),
  ADMIN_DISABLED: z.stringbool().default(false),
  PAYSTACK_SECRET_KEY: z.string().startsWith("sk_").optional(),
  PAYSTACK_BASE_URL: z.url().default("https://api.paystack.co"),
  /** Platform commission on items, in basis points, for vendors without a rate of their own. */
  COMMISSION_RATE_BPS: basisPoints.default(1000),
  /**
   * How often the inbox is retried and payments are reconciled, as a cron expression; every day at least, because
   * Medusa's in-memory scheduler cannot wait longer than 24 days and would run without a pause.
   */
  RECONCILE_SCHEDULE: z.string().default("* * * * *"),
})

export type Env = z.infer<typeof Env>

/** Parses an environment, failing with the name of each variable that is missing or wrong. */
export function parseEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = Env.safeParse(source)
  if (!parsed.success) {
    throw new Error(`The environment is not complete:\n${z.prettifyError(parsed.error)}`)
  }

  return parsed.data
}

let cached: Env | undefined

/** The process's environment, read and checked once. Nothing else in the project reads `process.env`. */
export function loadEnv(): Env {
  cached ??= parseEnv(process.env)

  return cached
}
