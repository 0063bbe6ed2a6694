import fc from "fast-check"

export const VENDORS = ["vend_a", "vend_b", "vend_c"]
export const CURRENCIES = ["ngn", "xof"]

const minor = (most: bigint) => fc.bigInt({ min: 0n, max: most })
const pick = fc.nat({ max: 1000 })
/** Of what there is, in thousandths; more than all is tried too. */
const ratio = fc.bigInt({ min: 1n, max: 1100n })

const ACTIONS = {
  sell: {
    currency: fc.constantFrom(...CURRENCIES),
    // Sometimes what no float could hold.
    totals: fc.array(fc.oneof(minor(50n), minor(10n ** 7n), minor(10n ** 17n)), {
      minLength: 1,
      maxLength: 3,
    }),
    rate: fc.bigInt({ min: 0n, max: 10_000n }),
    discount: fc.bigInt({ min: 0n, max: 3000n }),
    // By vendor, in basis points of what it sold: what the platform pays to the tax office, for some of them.
    item_tax: fc.array(fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 2000n })), {
      minLength: 3,
      maxLength: 3,
    }),
    fee: fc.bigInt({ min: 0n, max: 500n }),
  },
  refund: { order: pick, ratio, at_fault: fc.constantFrom("vendor", "platform") },
  /** Goods of one vendor: `worth` is what of the frozen amounts was frozen on them, in thousandths. */
  refund_goods: { order: pick, part: pick, ratio, worth: fc.bigInt({ min: 0n, max: 1000n }) },
  fail_refund: { refund: pick },
  release: { order: pick, part: pick, reserve: fc.bigInt({ min: 0n, max: 1000n }) },
  release_reserve: { reserve: pick },
  pay_out: { balance: pick, ratio },
  end_payout: { payout: pick, outcome: fc.constantFrom("paid", "failed") },
  return_payout: { payout: pick },
  dispute: { order: pick, ratio },
  end_dispute: {
    dispute: pick,
    is_won: fc.boolean(),
    fee: minor(5000n),
    party: fc.constantFrom("vendor", "platform"),
  },
  repeat: { entry: pick },
} satisfies Record<string, Record<string, fc.Arbitrary<unknown>>>

export type Kinds = typeof ACTIONS
type Values<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends fc.Arbitrary<infer Value> ? Value : never
}
export type ActionOf<Kind extends keyof Kinds> = { do: Kind } & Values<Kinds[Kind]>
export type Action = { [Kind in keyof Kinds]: ActionOf<Kind> }[keyof Kinds]

// The table's keys are its type's.
export const KINDS = Object.keys(ACTIONS) as (keyof Kinds)[]

const actionOf = (kind: keyof Kinds): fc.Arbitrary<Action> => {
  const fields: Record<string, fc.Arbitrary<unknown>> = ACTIONS[kind]

  return fc.record({ do: fc.constant(kind), ...fields }) as unknown as fc.Arbitrary<Action>
}

/** Long enough that payouts come back and cases end; nothing follows where nothing was sold, so each begins with a sale. */
export const anyHistory: fc.Arbitrary<Action[]> = fc
  .tuple(actionOf("sell"), fc.array(fc.oneof(...KINDS.map(actionOf)), { minLength: 10, maxLength: 30 }))
  .map(([first, rest]) => [first, ...rest])
