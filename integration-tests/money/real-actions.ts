import fc from "fast-check"

const pick = fc.nat({ max: 1000 })
/** Of what there is, in thousandths. */
const ratio = fc.bigInt({ min: 1n, max: 1000n })

const ACTIONS = {
  refund: { part: pick, ratio },
  cancel: { part: pick },
  deliver: { part: pick },
  /** By the shop's fault, which then bears the fee that the gateway keeps, or not. */
  return_goods: { part: pick, reason: fc.constantFrom("damaged", "changed_mind") },
  release: {},
  pay_out: { shop: pick },
  return_payout: { payout: pick },
  charge_back: { ratio, ends: fc.constantFrom("won", "lost", "later") },
  decide: { is_won: fc.boolean() },
  repeat: { how_often: fc.integer({ min: 1, max: 3 }) },
} satisfies Record<string, Record<string, fc.Arbitrary<unknown>>>

export type Kinds = typeof ACTIONS
type Values<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends fc.Arbitrary<infer Value> ? Value : never
}
export type ActionOf<Kind extends keyof Kinds> = { do: Kind } & Values<Kinds[Kind]>
export type RealAction = { [Kind in keyof Kinds]: ActionOf<Kind> }[keyof Kinds]

// The table's keys are its type's.
export const REAL_KINDS = Object.keys(ACTIONS) as (keyof Kinds)[]

const actionOf = (kind: keyof Kinds): fc.Arbitrary<RealAction> => {
  const fields: Record<string, fc.Arbitrary<unknown>> = ACTIONS[kind]

  return fc.record({ do: fc.constant(kind), ...fields }) as unknown as fc.Arbitrary<RealAction>
}

export const REAL_CURRENCIES = ["ngn", "ghs"] as const

export type RealHistory = {
  shops: number[]
  currency: (typeof REAL_CURRENCIES)[number]
  quantity: number
  rate_bps: number
  actions: RealAction[]
  /** Shops that pay their tax by themselves; the platform pays the others'. */
  registered: number[]
}

/** One order, by the rate of that moment, and what follows it. */
export const anyRealHistory: fc.Arbitrary<RealHistory> = fc.record({
  shops: fc.subarray([0, 1, 2], { minLength: 1, maxLength: 2 }),
  currency: fc.constantFrom(...REAL_CURRENCIES),
  quantity: fc.integer({ min: 1, max: 3 }),
  rate_bps: fc.integer({ min: 0, max: 3000 }),
  actions: fc
    .array(fc.oneof(...REAL_KINDS.map(actionOf)), { minLength: 3, maxLength: 6, size: "max" })
    .map((actions) => actions.flatMap(withItsNeighbours)),
  registered: fc.subarray([0, 1, 2]),
})

/** Most cases are decided, sooner or later; and what comes back was delivered. */
const withItsNeighbours = (action: RealAction): RealAction[] => {
  if (action.do === "return_goods") {
    return [{ do: "deliver", part: action.part }, action]
  }

  return action.do === "charge_back" && action.ends !== "later"
    ? [action, { do: "decide", is_won: action.ends === "won" }]
    : [action]
}
