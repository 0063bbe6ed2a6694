import { parseArgs } from "node:util"
import { statePath } from "../../scripts/lib/paths"

const SCENARIOS = ["complete", "shipping", "vendor-orders", "products"] as const

export type Scenario = (typeof SCENARIOS)[number]

export type Sizes = {
  /** Measured rounds, after the warm-up. */
  checkouts: number
  requests: number
  warm_up: number
  products: number
  vendors: { few: number; many: number }
  vendor_orders: { few: number; many: number }
}

export type BenchFlags = { only: Scenario[]; quick: boolean; keep: boolean; out: string; sizes: Sizes }

const FULL: Sizes = {
  checkouts: 50,
  requests: 60,
  warm_up: 8,
  products: 40_000,
  vendors: { few: 10, many: 2000 },
  vendor_orders: { few: 1000, many: 100_000 },
}

const QUICK: Sizes = {
  checkouts: 12,
  requests: 15,
  warm_up: 3,
  products: 2000,
  vendors: { few: 10, many: 100 },
  vendor_orders: { few: 1000, many: 20_000 },
}

export const USAGE = `Usage: npm run bench:checkout -- [flags]

  --only <names>   of ${SCENARIOS.join(", ")}; all of them when absent
  --quick          smaller sizes and fewer rounds: to see that it works, not to be quoted
  --rounds <n>     measured rounds of every comparison (${FULL.checkouts} checkouts, ${FULL.requests} of other requests)
  --out <file>     where the figures go as JSON (.merkato/bench/checkout.json)
  --keep           keep the prepared databases for the next run with the same sizes and sources`

/** Undefined when only help is wanted. @throws with a sentence when a flag is wrong */
export function parseFlags(args: string[]): BenchFlags | undefined {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
      rounds: { type: "string" },
      out: { type: "string", default: statePath("bench/checkout.json") },
      help: { type: "boolean", default: false },
    },
  })
  if (values.help) {
    return undefined
  }
  const { quick, keep, out } = values
  const sizes = { ...(quick ? QUICK : FULL), ...roundsOf(values.rounds) }

  return { quick, keep, out, only: scenariosOf(values.only), sizes }
}

function roundsOf(text: string | undefined): Partial<Sizes> {
  if (text === undefined) {
    return {}
  }
  const rounds = Number(text)
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds ${text} is not a whole number above 0.\n\n${USAGE}`)
  }

  return { checkouts: rounds, requests: rounds }
}

function scenariosOf(names: string | undefined): Scenario[] {
  if (names === undefined) {
    return [...SCENARIOS]
  }
  const wanted = names.split(",").map((name) => name.trim())
  const unknown = wanted.filter((name) => !SCENARIOS.some((scenario) => scenario === name))
  if (unknown.length) {
    throw new Error(`There is no scenario ${unknown.join(", ")}.\n\n${USAGE}`)
  }

  return SCENARIOS.filter((scenario) => wanted.includes(scenario))
}
