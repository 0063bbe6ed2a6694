import { randomBytes } from "node:crypto"
import type { PaystackSandbox } from "../../sandbox"
import type { Lifetime } from "../../scripts/lib/lifetime"
import type { Steps } from "../../scripts/lib/steps"
import type { Databases } from "./databases"
import type { Scenario } from "./flags"
import type { BenchMarket } from "./market"
import type { Storefronts } from "./scenarios/context"
import { type Env, MERKATO_DIRECTORY, startServer, writeStockProject } from "./servers"
import { Storefront } from "./storefront"

const origin = "http://localhost:8000"

/** The same for every server; stock Medusa reads less of it. */
export function benchEnv(sandbox: PaystackSandbox): Env {
  const inHalfADay = `0 ${(new Date().getHours() + 12) % 24} * * *`

  return {
    JWT_SECRET: randomBytes(32).toString("hex"),
    COOKIE_SECRET: randomBytes(32).toString("hex"),
    AUTH_MFA_ENCRYPTION_KEY: randomBytes(32).toString("hex"),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    REQUIRE_EMAIL_VERIFICATION: "false",
    STORE_CORS: origin,
    ADMIN_CORS: origin,
    AUTH_CORS: origin,
    ADMIN_DISABLED: "true",
    PAYSTACK_SECRET_KEY: sandbox.secret_key,
    PAYSTACK_BASE_URL: sandbox.url,
    // In half a day: no job may run into a measurement. A date further away than a timer can wait would run at once.
    RECONCILE_SCHEDULE: inHalfADay,
    SETTLEMENT_SCHEDULE: inHalfADay,
    NIGHTLY_SCHEDULE: inHalfADay,
    REPORT_SCHEDULE: inHalfADay,
    HOURLY_SCHEDULE: inHalfADay,
    EVENT_SCHEDULE: inHalfADay,
    MEDUSA_DISABLE_TELEMETRY: "true",
  }
}

const NEEDED_BY: Record<Scenario, (keyof Storefronts)[]> = {
  complete: ["few", "stock"],
  shipping: ["few", "many", "stock"],
  "vendor-orders": ["few", "many"],
  products: ["few", "stock"],
}

type Start = { steps: Steps; life: Lifetime; env: Env; databases: Databases; market: BenchMarket }

/** The servers that the scenarios need, one after the other: two that boot at once take as long. */
export async function startShops(
  { steps, life, env, databases, market }: Start,
  scenarios: Scenario[]
): Promise<Partial<Storefronts>> {
  const stockProject = await writeStockProject()
  const shops: Partial<Storefronts> = {}
  for (const name of new Set(scenarios.flatMap((scenario) => NEEDED_BY[scenario]))) {
    const server = await steps.run(`Start the server \`${name}\``, () =>
      startServer({
        name,
        directory: name === "stock" ? stockProject : MERKATO_DIRECTORY,
        env,
        database_url: databases[name],
        claim: life.claim,
      })
    )
    shops[name] = new Storefront(server, market)
  }

  return shops
}
