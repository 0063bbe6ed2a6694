import { randomBytes } from "node:crypto"
import { readFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import { z } from "@medusajs/framework/zod"
import { startPaystackSandbox } from "../sandbox"
import { runToEnd } from "../scripts/lib/child"
import { type Lifetime, runCommand } from "../scripts/lib/lifetime"
import { MEDUSA_CLI, ROOT, statePath } from "../scripts/lib/paths"
import { Steps } from "../scripts/lib/steps"
import { type Figure, millisecondsOf, ratioOfTimes } from "./lib/figures"
import { quantile } from "./lib/measure"
import { prepareOwnDatabase } from "./lib/own-database"
import { printFigures } from "./lib/report"
import { benchEnv } from "./lib/shops"

const USAGE = `Usage: npm run bench:ledger -- [flags]

  --postings <n>   of the one vendor whose balance is read (1000000)
  --rounds <n>     measured rounds of posting (12)`

const Taken = z.object({
  /** Milliseconds for 1,000 entries. */
  module_batches: z.number().array(),
  bare_batches: z.number().array(),
  module_single: z.number().array(),
  bare_single: z.number().array(),
  /** Milliseconds for one balance. */
  balance: z.number().array(),
  summed: z.number().array(),
  checkpoint_ms: z.number(),
  postings: z.number(),
})

type Taken = z.infer<typeof Taken>

/** 1,500 entries a second. */
const CEILING_MS_PER_1000 = 1000 / 1.5
/** 60 % of what bare SQL does. */
const CEILING_RATIO = 1 / 0.6
const CEILING_BALANCE_MS = 5

/** `npm run bench:ledger`: posting beside the same rows by bare SQL, and the balance of a vendor with a long history. */
async function bench(life: Lifetime): Promise<void> {
  const { values } = parseArgs({
    options: {
      postings: { type: "string", default: "1000000" },
      rounds: { type: "string", default: "12" },
      help: { type: "boolean", default: false },
    },
  })
  const [postings, rounds] = [Number(values.postings), Number(values.rounds)]
  if (values.help || !Number.isInteger(postings) || !Number.isInteger(rounds) || postings < 1 || rounds < 1) {
    console.log(USAGE)
    return
  }
  const steps = new Steps()
  const sandbox = await life.hold(
    startPaystackSandbox({ secret_key: `sk_test_${randomBytes(20).toString("hex")}` })
  )
  const env = benchEnv(sandbox)
  const database_url = await prepareOwnDatabase({ name: "ledger", steps, life, env })
  const file = statePath("bench/ledger.json")
  await steps.run("Post, and read balances", () =>
    runToEnd(
      "medusa exec",
      {
        args: [
          "--no-deprecation",
          MEDUSA_CLI,
          "exec",
          "./bench/lib/run-ledger.ts",
          file,
          String(rounds),
          String(postings),
        ],
        cwd: ROOT,
        env: { ...env, DATABASE_URL: database_url, LOG_LEVEL: "warn" },
        log: statePath("bench/ledger.log"),
      },
      (child) => void life.claim.addChild(child)
    )
  )
  const taken = Taken.parse(JSON.parse(await readFile(file, "utf8")))
  console.log(printFigures(figuresOf(taken)))
  console.log(`A checkpoint of ${taken.postings} postings took ${Math.round(taken.checkpoint_ms)} ms.`)
  console.log(`After ${steps.elapsed()}`)
}

const timesOf = (ms: number[]) => ({
  p50: quantile(ms, 0.5),
  p95: quantile(ms, 0.95),
  cpu: 0,
  n: ms.length,
})

function figuresOf(taken: Taken): Figure[] {
  const batches = { name: "module, 100 a call", times: timesOf(taken.module_batches) }
  const single = { name: "module, one a call", times: timesOf(taken.module_single) }

  return [
    millisecondsOf({
      id: "ledger-posting",
      title: "Post 1,000 sales",
      measured: batches,
      ceiling: CEILING_MS_PER_1000,
    }),
    ratioOfTimes({
      id: "ledger-posting-ratio",
      title: "The same by bare SQL",
      measured: batches,
      beside: { name: "bare SQL", times: timesOf(taken.bare_batches) },
      ceiling: CEILING_RATIO,
    }),
    ratioOfTimes({
      id: "ledger-single-ratio",
      title: "One by one, 8 at a time, for information",
      measured: single,
      beside: { name: "bare SQL", times: timesOf(taken.bare_single) },
    }),
    millisecondsOf({
      id: "ledger-balance",
      title: `Balance of a vendor with ${taken.postings} postings`,
      measured: { name: "kept and added", times: timesOf(taken.balance) },
      beside: { name: "all of them summed", times: timesOf(taken.summed) },
      ceiling: CEILING_BALANCE_MS,
    }),
  ]
}

void runCommand("bench:ledger", bench, { beside_running: true })
