import { refuseTerms, type WritingFacts } from "../check-terms"
import type { CommissionTerms } from "../rule"
import { at, rule } from "./rules"

const facts = (over: Partial<WritingFacts> = {}): WritingFacts => ({
  now: at,
  store_currencies: ["ngn", "kes"],
  plans: [],
  vendor: { is_closed: false },
  product: {
    vendor_id: "vend_a",
    collection_id: "pcol_new",
    category_ids: ["pcat_electronics", "pcat_phones"],
  },
  has_collection: true,
  has_category: true,
  others: [],
  ...over,
})

const both = (own: object) => ({ ngn: own, kes: own })

const refusal = (terms: Partial<CommissionTerms>, known: Partial<WritingFacts> = {}) =>
  refuseTerms(rule(terms), facts(known))

describe("refuseTerms", () => {
  it.each<[string, Partial<CommissionTerms>]>([
    ["nothing but a percentage", {}],
    [
      "all conditions that one product meets",
      {
        conditions: {
          product_id: "prod_phone",
          vendor_id: "vend_a",
          collection_id: "pcol_new",
          category_id: "pcat_electronics",
        },
      },
    ],
    ["amounts in every currency", { amounts: both({ fixed_minor: "1", floor_minor: "2", cap_minor: "2" }) }],
    ["delivery of one shop", { applies_to: "shipping", conditions: { vendor_id: "vend_a" } }],
    ["a campaign to come", { starts_at: new Date("2026-12-01"), ends_at: new Date("2027-01-01") }],
  ])("lets %s be written", (_, terms) => {
    expect(refusal(terms)).toBeNull()
  })

  it.each<[string, Partial<CommissionTerms>, Partial<WritingFacts>]>([
    ["a plan that there is not", { conditions: { plan: "gold" } }, {}],
    ["a shop that there is not", { conditions: { vendor_id: "vend_a" } }, { vendor: null }],
    ["a shop that is closed", { conditions: { vendor_id: "vend_a" } }, { vendor: { is_closed: true } }],
    [
      "a collection that there is not",
      { conditions: { collection_id: "pcol_new" } },
      { has_collection: false },
    ],
    ["a category that there is not", { conditions: { category_id: "pcat_phones" } }, { has_category: false }],
    ["a product that there is not", { conditions: { product_id: "prod_phone" } }, { product: null }],
    ["a product of another shop", { conditions: { product_id: "prod_phone", vendor_id: "vend_b" } }, {}],
    [
      "a product outside of the collection",
      { conditions: { product_id: "prod_phone", collection_id: "pcol_old" } },
      {},
    ],
    [
      "a product outside of the category",
      { conditions: { product_id: "prod_phone", category_id: "pcat_shoes" } },
      {},
    ],
    ["delivery of a category", { applies_to: "all", conditions: { category_id: "pcat_phones" } }, {}],
  ])("refuses a condition that never holds: %s", (_, terms, known) => {
    expect(refusal(terms, known)).toMatchObject({ about: "condition" })
  })

  it("knows plans once there are any", () => {
    expect(refusal({ conditions: { plan: "gold" } }, { plans: ["gold"] })).toBeNull()
  })

  it.each<[string, CommissionTerms["amounts"]]>([
    ["one currency alone", { ngn: { fixed_minor: "1" } }],
    [
      "a currency that the store does not sell in",
      { ...both({ fixed_minor: "1" }), xof: { fixed_minor: "1" } },
    ],
    ["a cap in one currency alone", { ngn: { fixed_minor: "1", cap_minor: "9" }, kes: { fixed_minor: "1" } }],
    ["a floor above the cap", both({ floor_minor: "10", cap_minor: "9" })],
    ["a number that is too large", both({ fixed_minor: "9007199254740992" })],
    ["nothing", both({})],
  ])("refuses amounts that state %s", (_, amounts) => {
    expect(refusal({ amounts })).toMatchObject({ about: "amount" })
  })

  it.each([
    ["ends before it starts", new Date("2027-01-02"), new Date("2027-01-01")],
    ["ends when it starts", new Date("2027-01-01"), new Date("2027-01-01")],
    ["is over", null, at],
  ])("refuses a campaign that %s", (_, starts_at, ends_at) => {
    expect(refusal({ starts_at, ends_at })).toMatchObject({ about: "dates" })
  })

  it("refuses a second rule for the same, and only for the same", () => {
    const december = { starts_at: new Date("2026-12-01"), ends_at: new Date("2027-01-01") }
    const january = { starts_at: new Date("2027-01-01"), ends_at: null }
    const beside = (terms: Partial<CommissionTerms>, other: Partial<CommissionTerms>) =>
      refusal(terms, { others: [rule(other)] })?.about ?? null

    expect(beside({}, {})).toBe("conflict")
    expect(beside({ applies_to: "all" }, {})).toBe("conflict")
    expect(beside({ ends_at: new Date("2026-12-02") }, december)).toBe("conflict")
    expect(beside({ applies_to: "shipping" }, {})).toBeNull()
    expect(beside({ priority: 1 }, {})).toBeNull()
    expect(beside({ conditions: { vendor_id: "vend_a" } }, {})).toBeNull()
    expect(beside(december, {})).toBeNull()
    expect(beside(january, december)).toBeNull()
  })
})
