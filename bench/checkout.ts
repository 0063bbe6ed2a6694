import { randomBytes } from "node:crypto"
import { mkdir, writeFile } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { startPaystackSandbox } from "../sandbox"
import { type Lifetime, runCommand } from "../scripts/lib/lifetime"
import { Steps } from "../scripts/lib/steps"
import { prepareDatabases } from "./lib/databases"
import { describeRun } from "./lib/describe-run"
import type { Figure } from "./lib/figures"
import { parseFlags, type Scenario, USAGE } from "./lib/flags"
import { readBenchMarket } from "./lib/market"
import { printFigures } from "./lib/report"
import { measureCompletion } from "./lib/scenarios/complete"
import type { Context } from "./lib/scenarios/context"
import { measureProducts } from "./lib/scenarios/products"
import { measureShipping } from "./lib/scenarios/shipping"
import { measureVendorOrders } from "./lib/scenarios/vendor-orders"
import { benchEnv, startShops } from "./lib/shops"

const SCENARIO: Record<Scenario, (context: Context) => Promise<Figure[]>> = {
  complete: measureCompletion,
  shipping: measureShipping,
  "vendor-orders": measureVendorOrders,
  products: measureProducts,
}

/** `npm run bench:checkout`: Merkato beside a stock Medusa server, on one PostgreSQL server, in one run. */
async function bench(life: Lifetime): Promise<void> {
  const flags = parseFlags(process.argv.slice(2))
  if (!flags) {
    console.log(USAGE)
    return
  }
  const steps = new Steps()
  const sandbox = await life.hold(
    // Without webhooks: the store route alone completes the cart.
    startPaystackSandbox({ secret_key: `sk_test_${randomBytes(20).toString("hex")}` })
  )
  const env = benchEnv(sandbox)
  const databases = await prepareDatabases({ steps, life, flags, env })
  const market = await readBenchMarket(databases.few)
  const shops = await startShops({ steps, life, env, databases, market }, flags.only)

  const figures: Figure[] = []
  for (const scenario of flags.only) {
    figures.push(...(await SCENARIO[scenario]({ steps, sizes: flags.sizes, market, shops })))
  }

  const run = await describeRun(databases, flags)
  const out = resolve(flags.out)
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, `${JSON.stringify({ ...run, figures }, null, 2)}\n`)
  console.log(`\n${run.cpus}, Node ${run.node}, PostgreSQL ${run.postgres}, ${run.catalogue}`)
  console.log(printFigures(figures))
  console.log(`After ${steps.elapsed()}; the figures are in ${out}`)
}

// A demo that is up has a database of its own; the work it does only makes the figures noisier.
void runCommand("bench:checkout", bench, { beside_running: true })
