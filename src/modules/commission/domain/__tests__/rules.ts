import fc from "fast-check"
import type { LineFacts } from "../resolve"
import type { CommissionRule, Conditions } from "../rule"

/** 8 % of everything sold on the platform, unless told otherwise. */
export const rule = (over: Partial<CommissionRule> = {}): CommissionRule => ({
  id: "crul_1",
  name: "Electronics",
  priority: 0,
  conditions: {},
  applies_to: "items",
  rate_bps: 800,
  counted_by: "order",
  amounts: {},
  starts_at: null,
  ends_at: null,
  ...over,
})

/** A phone of shop a, in phones under electronics. */
export const phone = (over: Partial<LineFacts> = {}): LineFacts => ({
  kind: "item",
  vendor_id: "vend_a",
  product_id: "prod_phone",
  collection_id: "pcol_new",
  categories: [
    { id: "pcat_electronics", depth: 1 },
    { id: "pcat_phones", depth: 2 },
  ],
  plan: null,
  ...over,
})

export const at = new Date("2026-11-20T10:00:00Z")

const minor = fc.bigInt({ min: 0n, max: 10n ** 9n }).map(String)

const anyAmounts = fc.oneof(
  fc.constant({}),
  fc
    .record({ fixed_minor: minor, floor_minor: minor, cap_minor: minor }, { requiredKeys: [] })
    .map((ngn) => ({ ngn }))
)

const pick = (...ids: string[]) => fc.option(fc.constantFrom(...ids), { nil: undefined })

const anyConditions: fc.Arbitrary<Conditions> = fc
  .record({
    product_id: pick("prod_phone", "prod_shoe"),
    vendor_id: pick("vend_a", "vend_b"),
    collection_id: pick("pcol_new"),
    category_id: pick("pcat_electronics", "pcat_phones", "pcat_shoes"),
    plan: pick("plan_gold"),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, id]) => id !== undefined)))

export const anyRule: fc.Arbitrary<CommissionRule> = fc
  .record({
    priority: fc.integer({ min: -1, max: 1 }),
    conditions: anyConditions,
    applies_to: fc.constantFrom("items" as const, "shipping" as const, "all" as const),
    rate_bps: fc.integer({ min: 0, max: 10_000 }),
    counted_by: fc.constantFrom("item" as const, "order" as const),
    amounts: anyAmounts,
    starts_at: fc.constantFrom(null, new Date("2026-11-01"), new Date("2026-12-01")),
    ends_at: fc.constantFrom(null, new Date("2026-11-10"), new Date("2027-01-01")),
  })
  .map((it) => rule(it))

/** Rules with ids of their own. */
export const anyRules = fc
  .array(anyRule, { maxLength: 12 })
  .map((rules) => rules.map((it, index) => ({ ...it, id: `crul_${index}` })))
