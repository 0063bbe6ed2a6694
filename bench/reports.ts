import { randomBytes } from "node:crypto"
import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { z } from "@medusajs/framework/zod"
import { startPaystackSandbox } from "../sandbox"
import { runToEnd } from "../scripts/lib/child"
import { type Lifetime, runCommand } from "../scripts/lib/lifetime"
import { MEDUSA_CLI, ROOT, statePath } from "../scripts/lib/paths"
import { Steps } from "../scripts/lib/steps"
import { type Figure, moreMilliseconds, slowestOf } from "./lib/figures"
import { quantile } from "./lib/measure"
import { prepareOwnDatabase } from "./lib/own-database"
import { printFigures } from "./lib/report"
import { benchEnv } from "./lib/shops"

const USAGE = `Usage: npm run bench:reports -- [flags]

  --lines <n>    order lines in two years, half of them one shop's (1000000)
  --rounds <n>   measured reports of each kind (100)`

const times = z.number().array()

const Taken = z.object({
  lines: z.number(),
  rows: z.number(),
  rebuild_ms: z.number(),
  reports: z.record(z.string(), times),
  with_upkeep: times,
  without_upkeep: times,
  /** The job's work for one checkout. */
  kept: times,
})

type Taken = z.infer<typeof Taken>

const CEILING_REPORT_MS = 150
/** How long completing a cart of three shops takes (docs/performance.md), and the part of it that reports may take. */
const CHECKOUT_MS = 326
const CEILING_UPKEEP_MS = CHECKOUT_MS * 0.05

/** `npm run bench:reports`: reports from sums beside the same by plain SQL, and what keeping the sums costs a checkout. */
async function bench(life: Lifetime): Promise<void> {
  const { values } = parseArgs({
    options: {
      lines: { type: "string", default: "1000000" },
      rounds: { type: "string", default: "100" },
      help: { type: "boolean", default: false },
    },
  })
  const [lines, rounds] = [Number(values.lines), Number(values.rounds)]
  if (values.help || !Number.isInteger(lines) || !Number.isInteger(rounds) || lines < 1000 || rounds < 1) {
    console.log(USAGE)
    return
  }
  const steps = new Steps()
  const sandbox = await life.hold(
    startPaystackSandbox({ secret_key: `sk_test_${randomBytes(20).toString("hex")}` })
  )
  const env = benchEnv(sandbox)
  const database_url = await prepareOwnDatabase({ name: "reports", steps, life, env })
  const file = statePath("bench/reports.json")
  const script = ["exec", "./bench/lib/run-reports.ts", file, String(lines), String(rounds)]
  await steps.run(`Write ${lines} lines, rebuild the sums, and report`, () =>
    runToEnd(
      "medusa exec",
      {
        args: ["--no-deprecation", MEDUSA_CLI, ...script],
        cwd: ROOT,
        env: { ...env, DATABASE_URL: database_url, LOG_LEVEL: "warn" },
        log: statePath("bench/reports.log"),
      },
      (child) => void life.claim.addChild(child)
    )
  )
  const taken = Taken.parse(JSON.parse(await readFile(file, "utf8")))
  console.log(printFigures(figuresOf(taken)))
  const [upkeep] = [quantile(taken.with_upkeep, 0.5) - quantile(taken.without_upkeep, 0.5)]
  console.log(
    `A rebuild of ${taken.rows} rows over ${taken.lines} lines took ${Math.round(taken.rebuild_ms / 100) / 10} s. ` +
      `Marks take ${percentOfCheckout(upkeep)} of a checkout, the job ${percentOfCheckout(quantile(taken.kept, 0.5))}.`
  )
  console.log(`After ${steps.elapsed()}`)
}

const percentOfCheckout = (ms: number) => `${((ms / CHECKOUT_MS) * 100).toFixed(2)} %`

const timesFrom = (ms: number[] = []) => ({
  p50: quantile(ms, 0.5),
  p95: quantile(ms, 0.95),
  cpu: 0,
  n: ms.length,
})

const REPORTS = [
  { id: "shop_sales", beside: "shop_plain_sales", title: "A shop of half the lines, 2 years by month" },
  { id: "shop_days", title: "The same, 365 days and as many before" },
  { id: "shop_products", beside: "shop_plain_products", title: "Its best products of 2 years" },
  { id: "platform_sales", beside: "platform_plain_sales", title: "The platform, 2 years by month" },
  { id: "platform_days", title: "The same, 365 days and as many before" },
  { id: "platform_products", beside: "platform_plain_products", title: "Its best products of 2 years" },
]

const figuresOf = ({ reports, with_upkeep, without_upkeep, kept }: Taken): Figure[] => [
  ...REPORTS.map(({ id, title, beside }) =>
    slowestOf({
      id,
      title,
      measured: { name: "from sums", times: timesFrom(reports[id]) },
      beside: beside ? { name: "by lines", times: timesFrom(reports[beside]) } : undefined,
      ceiling: CEILING_REPORT_MS,
    })
  ),
  moreMilliseconds({
    id: "upkeep",
    title: "Dividing an order of 3 shops, 9 lines",
    measured: { name: "with marks", times: timesFrom(with_upkeep) },
    beside: { name: "without", times: timesFrom(without_upkeep) },
    ceiling: CEILING_UPKEEP_MS,
  }),
  slowestOf({
    id: "kept",
    title: "The job, for each checkout",
    measured: { name: "keep current", times: timesFrom(kept) },
    ceiling: CEILING_UPKEEP_MS,
  }),
]

void runCommand("bench:reports", bench, { beside_running: true })
