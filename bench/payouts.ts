import { randomBytes } from "node:crypto"
import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { z } from "@medusajs/framework/zod"
import { startPaystackSandbox } from "../sandbox"
import { runToEnd } from "../scripts/lib/child"
import { type Lifetime, runCommand } from "../scripts/lib/lifetime"
import { MEDUSA_CLI, ROOT, statePath } from "../scripts/lib/paths"
import { Steps } from "../scripts/lib/steps"
import { prepareOwnDatabase } from "./lib/own-database"
import { benchEnv } from "./lib/shops"

const USAGE = `Usage: npm run bench:payouts -- [flags]

  --vendors <n>   that the larger run pays; the smaller one pays a tenth (10000)
  --lines <n>     of the statement that is written (100000)`

const Run = z.object({ vendors: z.number(), ms: z.number(), sent: z.number(), rss_mb: z.number() })
const Taken = z.object({
  before_mb: z.number(),
  small: Run,
  large: Run,
  statement: z.object({
    lines: z.number(),
    ms: z.number(),
    bytes: z.number(),
    rss_mb: z.number(),
    more_mb: z.number(),
  }),
})

/** Ten times as many vendors in at most so many times the time. */
const CEILING_GROWTH = 12
const CEILING_STATEMENT_MB = 150
/** What the process may keep: half as much again as a server that has just started. */
const HEAP_MB = 384

/** `npm run bench:payouts`: payout runs of two sizes through the Paystack rail to its sandbox, and a long statement. */
async function bench(life: Lifetime): Promise<void> {
  const { values } = parseArgs({
    options: {
      vendors: { type: "string", default: "10000" },
      lines: { type: "string", default: "100000" },
      help: { type: "boolean", default: false },
    },
  })
  const [vendors, lines] = [Number(values.vendors), Number(values.lines)]
  if (values.help || !Number.isInteger(vendors) || !Number.isInteger(lines) || vendors < 10 || lines < 1) {
    console.log(USAGE)
    return
  }
  const steps = new Steps()
  const sandbox = await life.hold(
    startPaystackSandbox({ secret_key: `sk_test_${randomBytes(20).toString("hex")}` })
  )
  sandbox.control.topUp("NGN", 10 ** 12)
  const env = benchEnv(sandbox)
  const database_url = await prepareOwnDatabase({ name: "payouts", steps, life, env })
  const file = statePath("bench/payouts.json")
  const script = ["exec", "./bench/lib/run-payouts.ts", file, String(vendors), String(lines)]
  await steps.run("Pay, and write a statement", () =>
    runToEnd(
      "medusa exec",
      {
        // A run that kept something of each vendor would not end within this.
        args: ["--no-deprecation", `--max-old-space-size=${HEAP_MB}`, MEDUSA_CLI, ...script],
        cwd: ROOT,
        env: { ...env, DATABASE_URL: database_url, LOG_LEVEL: "warn" },
        log: statePath("bench/payouts.log"),
      },
      (child) => void life.claim.addChild(child)
    )
  )
  print(Taken.parse(JSON.parse(await readFile(file, "utf8"))))
  console.log(`After ${steps.elapsed()}`)
}

const verdict = (value: number, ceiling: number) => (value <= ceiling ? "within" : "OVER")

function print({ before_mb, small, large, statement }: z.infer<typeof Taken>): void {
  for (const { vendors, ms, sent, rss_mb } of [small, large]) {
    const each = (ms / vendors).toFixed(2)
    console.log(
      `${sent} of ${vendors} vendors paid in ${(ms / 1000).toFixed(1)} s, ${each} ms each, RSS at most ${rss_mb} MB`
    )
  }
  const growth = large.ms / small.ms
  const times = large.vendors / small.vendors
  console.log(
    `${times} × the vendors took ${growth.toFixed(1)} × the time, ${verdict(growth, CEILING_GROWTH)} ${CEILING_GROWTH} ×; RSS before ${before_mb} MB`
  )
  const { lines, bytes, more_mb, rss_mb } = statement
  console.log(
    `A statement of ${lines} lines (${(bytes / 1e6).toFixed(1)} MB) in ${(statement.ms / 1000).toFixed(1)} s, ` +
      `with ${more_mb} MB more than before (RSS ${rss_mb} MB), ${verdict(more_mb, CEILING_STATEMENT_MB)} ${CEILING_STATEMENT_MB} MB`
  )
}

void runCommand("bench:payouts", bench, { beside_running: true })
