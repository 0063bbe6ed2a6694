import { randomBytes } from "node:crypto"
import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { z } from "@medusajs/framework/zod"
import { startPaystackSandbox } from "../sandbox"
import { runToEnd } from "../scripts/lib/child"
import { type Lifetime, runCommand } from "../scripts/lib/lifetime"
import { MEDUSA_CLI, ROOT, statePath } from "../scripts/lib/paths"
import { Steps } from "../scripts/lib/steps"
import { type Figure, millisecondsOf, statementsOf } from "./lib/figures"
import { quantile } from "./lib/measure"
import { prepareOwnDatabase } from "./lib/own-database"
import { printFigures } from "./lib/report"
import { fillShopPages } from "./lib/shop-pages-rows"
import { benchEnv } from "./lib/shops"

const USAGE = `Usage: npm run bench:pages -- [flags]

  --orders <n>   vendor orders of two lines each, every tenth of the measured shop (500000)
  --days <n>     in which they were placed (365)
  --items <n>    products of the measured shop (1000)
  --rounds <n>   measured rounds (40)`

const Taken = z.array(z.object({ name: z.string(), ms: z.number().array(), statements: z.number().int() }))

/** With the guard's own, eight. */
const MOST_STATEMENTS = 7

const TITLES: Record<string, string> = {
  home: "A shop's first page",
  orders: "Its newest 20 orders",
  performance: "Its scorecard",
  behind: "20 orders behind a figure",
}

/** `npm run bench:pages`: what the first pages of a shop cost on a market with many orders, inside the server, without the guard. */
async function bench(life: Lifetime): Promise<void> {
  const { values } = parseArgs({
    options: {
      orders: { type: "string", default: "500000" },
      days: { type: "string", default: "365" },
      items: { type: "string", default: "1000" },
      rounds: { type: "string", default: "40" },
      help: { type: "boolean", default: false },
    },
  })
  const [orders, days, items, rounds] = [values.orders, values.days, values.items, values.rounds].map(Number)
  if (
    values.help ||
    [orders, days, items, rounds].some((value) => !Number.isInteger(value) || Number(value) < 1)
  ) {
    console.log(USAGE)
    return
  }
  const steps = new Steps()
  const sandbox = await life.hold(
    startPaystackSandbox({ secret_key: `sk_test_${randomBytes(20).toString("hex")}` })
  )
  const env = benchEnv(sandbox)
  const database_url = await prepareOwnDatabase({ name: "pages", steps, life, env })
  await steps.run(`Write ${orders} orders of ${days} days`, () =>
    fillShopPages(database_url, { orders: Number(orders), days: Number(days), items: Number(items) })
  )
  const file = statePath("bench/pages.json")
  await steps.run("Read the pages", () =>
    runToEnd(
      "medusa exec",
      {
        args: ["--no-deprecation", MEDUSA_CLI, "exec", "./bench/lib/run-shop-pages.ts", file, String(rounds)],
        cwd: ROOT,
        env: { ...env, DATABASE_URL: database_url, LOG_LEVEL: "warn" },
        log: statePath("bench/pages.log"),
      },
      (child) => void life.claim.addChild(child)
    )
  )
  console.log(printFigures(Taken.parse(JSON.parse(await readFile(file, "utf8"))).flatMap(figuresOf)))
  console.log(`After ${steps.elapsed()}`)
}

function figuresOf({ name, ms, statements }: z.infer<typeof Taken>[number]): Figure[] {
  const title = TITLES[name] ?? name
  const times = { p50: quantile(ms, 0.5), p95: quantile(ms, 0.95), cpu: 0, n: ms.length }

  return [
    millisecondsOf({ id: `pages-${name}`, title, measured: { name, times } }),
    statementsOf({
      id: `pages-${name}-statements`,
      title: "its statements",
      measured: { name, statements },
      ceiling: MOST_STATEMENTS,
    }),
  ]
}

void runCommand("bench:pages", bench, { beside_running: true })
