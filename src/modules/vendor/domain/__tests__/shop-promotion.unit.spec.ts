import { minimumRules, type PromotionTerms, roomProblem, targetRules, termsProblem } from "../shop-promotion"

const terms = (more: Partial<PromotionTerms> = {}): PromotionTerms => ({
  kind: "percentage",
  target: "items",
  value: "10",
  currency_code: null,
  minimum_subtotal: null,
  budget: null,
  starts_at: null,
  ends_at: null,
  product_ids: [],
  ...more,
})

const CURRENCIES = ["ngn", "xof"]

describe("the terms of a shop's promotion", () => {
  it.each([
    terms(),
    terms({ value: "0.01" }),
    terms({ value: "100" }),
    terms({ target: "delivery" }),
    terms({ currency_code: "ngn", minimum_subtotal: "5000", budget: "0.01" }),
    terms({ kind: "fixed", value: "500.50", currency_code: "ngn" }),
    terms({ kind: "fixed", value: "500", currency_code: "xof" }),
    terms({ starts_at: "2026-11-28T10:00:00+01:00", ends_at: "2026-11-28T10:00:00Z" }),
  ])("hold: %j", (asked) => {
    expect(termsProblem(asked, CURRENCIES)).toBeNull()
  })

  it.each([
    [terms({ value: "0" }), /percentage is more than 0/],
    [terms({ value: "100.01" }), /at most 100/],
    [terms({ value: "12.345" }), /two digits/],
    [terms({ value: "1e1" }), /percentage/],
    [terms({ kind: "fixed", value: "5" }), /need a currency/],
    [terms({ minimum_subtotal: "5" }), /need a currency/],
    [terms({ budget: "5" }), /need a currency/],
    [terms({ currency_code: "usd" }), /sells in ngn, xof/],
    [terms({ kind: "fixed", value: "0", currency_code: "ngn" }), /The discount is an amount of more than 0/],
    [terms({ kind: "fixed", value: "-5", currency_code: "ngn" }), /The discount/],
    [terms({ kind: "fixed", value: "5.005", currency_code: "ngn" }), /at most 2 digits/],
    [terms({ kind: "fixed", value: "5.5", currency_code: "xof" }), /at most 0 digits/],
    [terms({ currency_code: "xof", minimum_subtotal: "0.5" }), /The minimum/],
    [terms({ currency_code: "ngn", budget: "0" }), /The budget/],
    [terms({ target: "delivery", product_ids: ["prod_1"] }), /names no products/],
    [
      terms({ starts_at: "2026-11-28T10:00:00+01:00", ends_at: "2026-11-28T09:00:00Z" }),
      /ends after it starts/,
    ],
  ])("are refused: %j", (asked, why) => {
    expect(termsProblem(asked, CURRENCIES)).toMatch(why)
  })
})

describe("room for one more promotion", () => {
  const count = { all: 3, automatic: 1, automatic_delivery: 0 }
  const wanted = { is_automatic: true, is_new: true, target: "items" as const }

  it.each([
    [count, wanted, null],
    [{ ...count, all: 500 }, wanted, /at most 500/],
    [{ ...count, all: 500 }, { ...wanted, is_new: false }, null],
    [{ ...count, automatic: 10 }, wanted, /at most 10 automatic/],
    [{ ...count, automatic: 10 }, { ...wanted, is_automatic: false }, null],
    [{ ...count, automatic_delivery: 1 }, wanted, null],
    [
      { ...count, automatic_delivery: 1 },
      { ...wanted, target: "delivery" as const },
      /one automatic promotion of its delivery/,
    ],
    [
      { ...count, automatic_delivery: 1 },
      { ...wanted, target: "delivery" as const, is_automatic: false },
      null,
    ],
  ])("of %j for %j", (there, asked, why) => {
    const problem = roomProblem(there, asked)
    if (why) {
      expect(problem).toMatch(why)
    } else {
      expect(problem).toBeNull()
    }
  })
})

describe("the rules of a shop's promotion", () => {
  it.each([
    ["items", "items.vendor_id"],
    ["delivery", "shipping_methods.vendor_id"],
  ] as const)("of %s always ask for the shop itself", (target, attribute) => {
    expect(targetRules("vend_1", { target, product_ids: [] })).toEqual([
      { attribute, operator: "eq", values: ["vend_1"] },
    ])
  })

  it("ask for chosen products beside the shop, never in its place", () => {
    expect(targetRules("vend_1", { target: "items", product_ids: ["prod_1", "prod_2"] })).toEqual([
      { attribute: "items.vendor_id", operator: "eq", values: ["vend_1"] },
      { attribute: "items.product_id", operator: "in", values: ["prod_1", "prod_2"] },
    ])
  })

  it("count a minimum on what the cart holds of the shop", () => {
    expect(minimumRules("vend_1", null)).toEqual([])
    expect(minimumRules("vend_1", "5000")).toEqual([
      { attribute: "shop_subtotals.vend_1", operator: "gte", values: ["5000"] },
    ])
  })
})
