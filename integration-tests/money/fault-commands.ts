import fc from "fast-check"
import type { Fault } from "../../sandbox/faults"

export const GATEWAYS = ["paystack", "flutterwave"] as const

export type GatewayName = (typeof GATEWAYS)[number]

const pick = fc.nat({ max: 1000 })
/** Of what there is, in thousandths. */
const ratio = fc.bigInt({ min: 1n, max: 1000n })
const gateway = fc.constantFrom(...GATEWAYS)

/** What buyers, shops, banks, gateways and clocks do. */
const COMMANDS = {
  buy: {
    shops: fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 }),
    quantity: fc.integer({ min: 1, max: 2 }),
    gateway,
    /** `leave`: the buyer never comes back from the page. `old_page`: a page is paid whose cart has changed since. `twice`: by two ways. */
    how: fc.constantFrom("come_back", "come_back_twice", "leave", "old_page", "slow", "twice"),
  },
  deliver: { part: pick },
  refund: { part: pick, ratio, is_twice: fc.boolean() },
  cancel: { part: pick },
  return_goods: { part: pick },
  charge_back: { order: pick, ratio },
  decide: { dispute: pick, is_won: fc.boolean() },
  settle: { gateway, has_duty: fc.boolean(), into_balance: fc.boolean() },
  pay_out: {},
  /** Money of another country, which the other rail pays out. */
  pay_abroad: { amount: fc.bigInt({ min: 1000n, max: 900_000n }) },
  /** The rail has said that it was paid. */
  send_back: { transfer: pick },
  end_transfer: { transfer: pick, is_made: fc.boolean() },
  /** All jobs, by two schedulers at once. */
  run_jobs: {},
  pass: { hours: fc.constantFrom(1, 3, 7, 25) },
  hold_events: { gateway },
  let_events: { gateway },
} satisfies Record<string, Record<string, fc.Arbitrary<unknown>>>

const OFTEN: Partial<Record<keyof Kinds, number>> = {
  buy: 6,
  refund: 5,
  deliver: 5,
  cancel: 2,
  return_goods: 3,
  pay_out: 3,
  pay_abroad: 2,
  charge_back: 2,
  decide: 2,
  settle: 2,
  run_jobs: 3,
  pass: 2,
}

export type Kinds = typeof COMMANDS
type Values<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends fc.Arbitrary<infer Value> ? Value : never
}
export type CommandOf<Kind extends keyof Kinds> = { do: Kind } & Values<Kinds[Kind]>
export type Command = { [Kind in keyof Kinds]: CommandOf<Kind> }[keyof Kinds]

// The table's keys are its type's.
export const KINDS = Object.keys(COMMANDS) as (keyof Kinds)[]

export type SetFault = { gateway: GatewayName; fault: Fault }

const CALL_KINDS = ["5xx_before_commit", "5xx_after_commit", "429", "timeout"] as const

/** Calls that change something, and what asks; a read is repeated, so that it has to fail more often to fail. */
const CALLS: Record<GatewayName, { writes: string[]; reads: string[] }> = {
  paystack: {
    writes: ["POST /transaction", "POST /refund", "POST /transferrecipient", "POST /transfer"],
    reads: [
      "GET /transaction",
      "GET /refund",
      "GET /transfer",
      "GET /balance",
      "GET /settlement",
      "GET /dispute",
    ],
  },
  flutterwave: {
    writes: ["POST /payments", "POST /transactions", "POST /transfers"],
    reads: [
      "GET /transactions",
      "GET /refunds",
      "GET /transfers",
      "GET /balances",
      "GET /settlements",
      "GET /chargebacks",
    ],
  },
}

/** A connection that breaks after so long, before the client has given up by itself. */
const BREAKS_AFTER_MS = 30

const on = (name: string, kinds: readonly Fault["kind"][], most = 2) =>
  fc.record({
    on: fc.constant(name),
    kind: fc.constantFrom(...kinds),
    times: fc.integer({ min: 1, max: most }),
  })

const faultsOf = (name: GatewayName): fc.Arbitrary<Fault> =>
  fc.oneof(
    on("webhook", ["drop", "duplicate", "delay", "reorder"], 4).map((fault) => ({ ...fault, ms: 300 })),
    ...CALLS[name].writes.map((call) =>
      on(call, CALL_KINDS).map((fault) => ({ ...fault, ms: BREAKS_AFTER_MS }))
    ),
    ...CALLS[name].reads.map((call) => on(call, ["5xx_before_commit"], 4)),
    on("pay", ["wrong_amount", "wrong_currency"], 1),
    on("refund", ["fails", "needs_attention"]),
    on("transfer", ["fails", "hangs"]),
    on("bulk", ["partial", "silent", "otp_needed"]),
    on("otp", ["asks"])
  )

const anyFault: fc.Arbitrary<SetFault> = fc.oneof(
  ...GATEWAYS.map((name) => fc.record({ gateway: fc.constant(name), fault: faultsOf(name) }))
)

const commandOf = (kind: keyof Kinds): fc.WeightedArbitrary<Command> => {
  const fields: Record<string, fc.Arbitrary<unknown>> = COMMANDS[kind]

  return {
    weight: OFTEN[kind] ?? 1,
    arbitrary: fc.record({ do: fc.constant(kind), ...fields }) as unknown as fc.Arbitrary<Command>,
  }
}

export type FaultRound = { steps: { command: Command; faults: SetFault[] }[]; shuffle: number }

/** The faults that cost most where they are taken wrongly: the call was carried out, and nobody was told. */
const LOST_ANSWERS: Partial<Record<keyof Kinds, [GatewayName, string][]>> = {
  return_goods: [
    ["paystack", "POST /refund"],
    ["flutterwave", "POST /transactions"],
  ],
  refund: [
    ["paystack", "POST /refund"],
    ["flutterwave", "POST /transactions"],
  ],
  pay_out: [["paystack", "POST /transfer"]],
  pay_abroad: [["flutterwave", "POST /transfers"]],
}

/** A step of a kind that every round has, with those faults. */
const ownStepOf = (kind: keyof Kinds) => {
  const lost = (LOST_ANSWERS[kind] ?? []).map(([name, call]) =>
    on(call, ["5xx_after_commit", "timeout"], 1).map((fault) => ({
      gateway: name,
      fault: { ...fault, ms: BREAKS_AFTER_MS },
    }))
  )

  return fc
    .tuple(stepOf(commandOf(kind).arbitrary), fc.tuple(...lost))
    .map(([{ command, faults }, own]) => ({ command, faults: [...own, ...faults] }))
}

const stepOf = (command: fc.Arbitrary<Command>) =>
  fc.record({ command, faults: fc.array(anyFault, { maxLength: 2, size: "max" }) })

/** What every round has, so that there is something to do the rest to; all else is at random. */
const SPINE: (keyof Kinds)[] = [
  ...Array.from({ length: 4 }, () => "buy" as const),
  ...([
    "deliver",
    "deliver",
    "return_goods",
    "refund",
    "pay_out",
    "hold_events",
    "charge_back",
    "pay_abroad",
  ] as const),
  ...(["cancel", "settle", "pass", "send_back", "run_jobs", "decide"] as const),
]

/** Some days of a marketplace whose gateways fail at random. */
export const anyRound = (length: number): fc.Arbitrary<FaultRound> =>
  fc.record({
    shuffle: fc.nat(),
    steps: fc
      .tuple(
        fc.tuple(...SPINE.map(ownStepOf)),
        fc.array(stepOf(fc.oneof(...KINDS.map(commandOf))), {
          minLength: Math.max(length - SPINE.length, 0),
          maxLength: Math.max(length - SPINE.length, 0),
        })
      )
      .map((steps) => steps.flat()),
  })
