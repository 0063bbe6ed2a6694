import fc from "fast-check"
import { readRules, resolveRule } from "../resolve"
import type { CommissionRule } from "../rule"
import { anyRules, at, phone, rule } from "./rules"

const context = { at, currency_code: "ngn" }

const chosen = (rules: CommissionRule[], line = phone()) => resolveRule(line, rules, context).rule?.id ?? null

/** Two rules that both hold, in both orders of input; left to its id, the second would go first. */
const winner = (left: Partial<CommissionRule>, right: Partial<CommissionRule>) => {
  const rules = [rule({ id: "crul_9", ...left }), rule({ id: "crul_2", ...right })]
  const answers = new Set([chosen(rules), chosen(rules.toReversed())])
  expect(answers.size).toBe(1)

  return [...answers][0]
}

describe("resolveRule", () => {
  it.each<[string, Partial<CommissionRule>, Partial<CommissionRule>]>([
    [
      "the product before the shop",
      { conditions: { product_id: "prod_phone" } },
      { conditions: { vendor_id: "vend_a" } },
    ],
    [
      "the shop before the collection",
      { conditions: { vendor_id: "vend_a" } },
      { conditions: { collection_id: "pcol_new" } },
    ],
    [
      "the collection before the category",
      { conditions: { collection_id: "pcol_new" } },
      { conditions: { category_id: "pcat_phones" } },
    ],
    [
      "the deeper category before the one above it",
      { conditions: { category_id: "pcat_phones" } },
      { conditions: { category_id: "pcat_electronics" } },
    ],
    ["a category before the platform", { conditions: { category_id: "pcat_electronics" } }, {}],
    ["a campaign before what holds always", { ends_at: new Date("2026-11-30") }, {}],
    [
      "a higher priority before a closer condition",
      { priority: 1 },
      { conditions: { product_id: "prod_phone", vendor_id: "vend_a" } },
    ],
    ["the older of two that are alike", { id: "crul_1" }, { id: "crul_2" }],
  ])("%s", (_, first, second) => {
    expect(winner(first, second)).toBe(first.id ?? "crul_9")
  })

  it.each<[string, Partial<CommissionRule>]>([
    ["another shop", { conditions: { vendor_id: "vend_b" } }],
    ["another product", { conditions: { product_id: "prod_shoe" } }],
    ["another collection", { conditions: { collection_id: "pcol_old" } }],
    ["a category that the product is not under", { conditions: { category_id: "pcat_shoes" } }],
    ["a plan, for a shop that has none", { conditions: { plan: "gold" } }],
    ["the shop, but another category", { conditions: { vendor_id: "vend_a", category_id: "pcat_shoes" } }],
    ["delivery", { applies_to: "shipping" }],
    ["a campaign that has not begun", { starts_at: new Date("2026-11-20T10:00:00.001Z") }],
    ["a campaign that ends now", { ends_at: at }],
  ])("does not take a rule for %s", (_, over) => {
    expect(chosen([rule(over)])).toBeNull()
  })

  it("takes a campaign from its first moment on", () => {
    expect(chosen([rule({ starts_at: at })])).toBe("crul_1")
  })

  it("takes a rule for delivery on delivery, and one for all on both", () => {
    const delivery = phone({ kind: "shipping", product_id: null, collection_id: null, categories: [] })

    expect(chosen([rule({ applies_to: "shipping" })], delivery)).toBe("crul_1")
    expect(chosen([rule({ applies_to: "all" })], delivery)).toBe("crul_1")
    expect(chosen([rule()], delivery)).toBeNull()
  })

  it("falls to the next rule where the amounts lack the order's currency, and says so", () => {
    const rules = [
      rule({ id: "crul_kes", conditions: { vendor_id: "vend_a" }, amounts: { kes: { fixed_minor: "500" } } }),
      rule({ id: "crul_all" }),
    ]

    expect(resolveRule(phone(), rules, context)).toMatchObject({
      rule: { id: "crul_all" },
      passed_over: [{ rule_id: "crul_kes", reason: "currency_missing" }],
    })
  })

  it("does not complain of a rule that another one goes before", () => {
    const rules = [
      rule({ id: "crul_kes", amounts: { kes: { cap_minor: "1" } } }),
      rule({ id: "crul_ngn", priority: 1 }),
    ]

    expect(resolveRule(phone(), rules, context).passed_over).toEqual([])
  })

  it("chooses the same of any rules in whatever order they come, and only one whose every condition holds", () => {
    fc.assert(
      fc.property(anyRules, fc.infiniteStream(fc.nat()), (rules, numbers) => {
        const shuffled = rules
          .map((it) => ({ it, key: numbers.next().value ?? 0 }))
          .toSorted((left, right) => left.key - right.key)
          .map(({ it }) => it)
        const { rule: found } = resolveRule(phone(), rules, context)

        expect(resolveRule(phone(), shuffled, context).rule).toEqual(found)
        if (found) {
          const { product_id, vendor_id, collection_id, category_id, plan } = found.conditions
          expect([
            product_id ?? "prod_phone",
            vendor_id ?? "vend_a",
            collection_id ?? "pcol_new",
            plan,
          ]).toEqual(["prod_phone", "vend_a", "pcol_new", undefined])
          expect(["pcat_electronics", "pcat_phones", undefined]).toContain(category_id)
        }
      })
    )
  })
})

describe("readRules", () => {
  it.each([
    ["a condition that this version does not know", { conditions: { region: "reg_1" } }],
    ["a condition without a value", { conditions: { vendor_id: null } }],
    ["a condition of another form", { conditions: { vendor_id: ["vend_a"] } }],
    ["conditions that are no object", { conditions: "everything" }],
    ["an amount of a kind that is not known", { amounts: { ngn: { per_kilogram: "5" } } }],
    ["an amount that is no whole number", { amounts: { ngn: { fixed_minor: "0.5" } } }],
    ["something else to be counted by", { counted_by: "kilogram" }],
    ["something else to be taken on", { applies_to: "gift_cards" }],
  ])("understands no rule with %s, and widens none", (_, over) => {
    const { rules, passed_over } = readRules([{ ...rule(), ...over }, rule({ id: "crul_2" })])

    expect(rules.map(({ id }) => id)).toEqual(["crul_2"])
    expect(passed_over).toEqual([{ rule_id: "crul_1", reason: "not_understood" }])
  })

  it("reads dates as JSON has them", () => {
    const row = { ...rule(), starts_at: "2026-11-01T00:00:00+00:00", created_at: "2026-10-01" }

    expect(readRules([row]).rules).toEqual([rule({ starts_at: new Date("2026-11-01") })])
  })
})
