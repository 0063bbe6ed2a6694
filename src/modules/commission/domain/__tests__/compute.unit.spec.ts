import fc from "fast-check"
import { percentOf, sumMinor } from "../../../../lib/money"
import { type CommissionContext, computeCommission, type RuledLine } from "../compute"
import type { CommissionRule } from "../rule"
import { anyRule, rule } from "./rules"

const naira: CommissionContext = { currency_code: "ngn", tax_bps: 0, withholding_bps: 0 }

const line = (over: Partial<RuledLine> = {}): RuledLine => ({
  vendor_id: "vend_a",
  base_minor: 100_000n,
  quantity: "1",
  rule: null,
  fallback: { rate_bps: 1000, explanation: "10 % of the platform" },
  ...over,
})

const amounts = (lines: RuledLine[], context = naira) =>
  computeCommission(lines, context).map(({ commission_minor }) => commission_minor)

const capped = rule({ amounts: { ngn: { fixed_minor: "5000", cap_minor: "500000" } } })

describe("computeCommission", () => {
  it("takes what holds without any rule", () => {
    expect(computeCommission([line()], naira)).toEqual([
      {
        commission_rate_bps: 1000,
        commission_fixed_minor: 0n,
        commission_minor: 10_000n,
        commission_tax_minor: 0n,
        withholding_minor: 0n,
        commission_rule_id: null,
        commission_explanation: "10 % of the platform",
      },
    ])
  })

  it("takes percent and fixed part together, up to the cap: 8 % + ₦50, capped at ₦5,000", () => {
    const of = (base_minor: bigint) => amounts([line({ base_minor, rule: capped })])

    expect(of(1_000_000n)).toEqual([85_000n])
    expect(of(100_000_000n)).toEqual([500_000n])
  })

  it("comes to what the example in docs/money.md says", () => {
    const [own] = computeCommission([line({ base_minor: 7_500_000n, rule: capped })], {
      ...naira,
      tax_bps: 750,
      withholding_bps: 500,
    })

    expect(own).toMatchObject({
      commission_minor: 500_000n,
      commission_tax_minor: 37_500n,
      withholding_minor: 25_000n,
      commission_explanation: "8 % Electronics + ₦50, capped at ₦5,000",
    })
  })

  it("takes a fixed part counted by order once in each shop's part, divided by largest remainder", () => {
    const fixed = rule({ rate_bps: 0, amounts: { ngn: { fixed_minor: "100" } } })
    const third = line({ base_minor: 1000n, rule: fixed })

    expect(
      amounts([third, third, third, line({ vendor_id: "vend_b", base_minor: 1000n, rule: fixed })])
    ).toEqual([34n, 33n, 33n, 100n])
  })

  it("takes a fixed part, a floor and a cap counted by item for each piece", () => {
    const each = (own: object) => rule({ counted_by: "item", rate_bps: 1000, amounts: { ngn: own } })
    const three = (own: object) => amounts([line({ base_minor: 30_000n, quantity: "3", rule: each(own) })])

    expect(three({ fixed_minor: "50" })).toEqual([3150n])
    expect(three({ floor_minor: "1500" })).toEqual([4500n])
    expect(three({ cap_minor: "700" })).toEqual([2100n])
  })

  it("never takes more than what was sold for, its tax included", () => {
    const dear = rule({ rate_bps: 0, amounts: { ngn: { floor_minor: "999999" } } })
    const [own] = computeCommission([line({ base_minor: 1000n, rule: dear })], { ...naira, tax_bps: 750 })

    expect(own).toMatchObject({ commission_minor: 930n, commission_tax_minor: 70n })
  })

  it("takes nothing of what costs nothing", () => {
    const floor = (counted_by: "item" | "order") =>
      rule({ counted_by, amounts: { ngn: { floor_minor: "100" } } })

    expect(amounts([line({ base_minor: 0n, rule: floor("order") })])).toEqual([0n])
    expect(amounts([line({ base_minor: 0n, rule: floor("item") }), line({ base_minor: 0n })])).toEqual([
      0n,
      0n,
    ])
  })

  it("adds tax to the commission and states what is withheld of it, each as an amount of its own", () => {
    const [own] = computeCommission([line()], { ...naira, tax_bps: 750, withholding_bps: 500 })

    expect(own).toMatchObject({
      commission_minor: 10_000n,
      commission_tax_minor: 750n,
      withholding_minor: 500n,
    })
  })

  it("freezes the rule, its rate, its fixed part and its words", () => {
    const each = rule({ id: "crul_9", counted_by: "item", amounts: { ngn: { fixed_minor: "5000" } } })

    expect(computeCommission([line({ quantity: "2", rule: each })], naira)).toMatchObject([
      {
        commission_rule_id: "crul_9",
        commission_rate_bps: 800,
        commission_fixed_minor: 10_000n,
        commission_explanation: "8 % Electronics + ₦50 each",
      },
    ])
  })
})

describe("for any lines under any rules", () => {
  const anyCase = fc.record({
    rules: fc.array(fc.option(anyRule, { nil: null }), { minLength: 1, maxLength: 3 }),
    seeds: fc.array(
      fc.record({
        vendor: fc.integer({ min: 1, max: 3 }),
        base_minor: fc.bigInt({ min: 0n, max: 10n ** 10n }),
        quantity: fc.integer({ min: 1, max: 9 }),
        rate_bps: fc.integer({ min: 0, max: 10_000 }),
        which: fc.nat(),
      }),
      { minLength: 1, maxLength: 12 }
    ),
    tax_bps: fc.constantFrom(0, 750, 2000),
  })

  const linesOf = ({ rules, seeds }: typeof anyCase extends fc.Arbitrary<infer T> ? T : never) => {
    const own = rules.map((it, index) => it && { ...it, id: `crul_${index}` })

    return seeds.map((seed) =>
      line({
        vendor_id: `vend_${seed.vendor}`,
        base_minor: seed.base_minor,
        quantity: String(seed.quantity),
        rule: own[seed.which % own.length] ?? null,
        fallback: { rate_bps: seed.rate_bps, explanation: "" },
      })
    )
  }

  it("commission is never below 0, never above the cap, and with its tax never above the base", () => {
    fc.assert(
      fc.property(anyCase, (it) => {
        const lines = linesOf(it)
        const context = { ...naira, tax_bps: it.tax_bps }
        const taken = computeCommission(lines, context)
        lines.forEach(({ base_minor, quantity, rule: own }, index) => {
          const { commission_minor, commission_tax_minor } = taken[index]!
          expect(commission_minor >= 0n && commission_minor + commission_tax_minor <= base_minor).toBe(true)
          const cap = own?.amounts.ngn?.cap_minor
          if (cap !== undefined && own?.counted_by === "item") {
            expect(commission_minor <= BigInt(cap) * BigInt(quantity)).toBe(true)
          }
        })
      }),
      { numRuns: 500 }
    )
  })

  it("a rule counted by order takes on all its lines together exactly percent and fixed part, within floor and cap", () => {
    fc.assert(
      fc.property(anyCase, (it) => {
        const lines = linesOf(it)
        const taken = computeCommission(lines, naira)
        for (const { own, base, indexes } of groupsOf(lines)) {
          const sum = (name: "commission_minor" | "commission_fixed_minor") =>
            sumMinor(indexes.map((index) => taken[index]![name]))

          expect([sum("commission_minor"), sum("commission_fixed_minor")]).toEqual(expectedOf(own, base))
        }
      }),
      { numRuns: 500 }
    )
  })
})

type Group = { own: CommissionRule; base: bigint; indexes: number[] }

/** Lines of one shop under one rule that is counted by order. */
function groupsOf(lines: RuledLine[]): Group[] {
  const groups = new Map<string, Group>()
  lines.forEach(({ vendor_id, base_minor, rule: own }, index) => {
    if (own?.counted_by === "order") {
      const group = groups.get(vendor_id + own.id) ?? { own, base: 0n, indexes: [] }
      groups.set(vendor_id + own.id, {
        own,
        base: group.base + base_minor,
        indexes: [...group.indexes, index],
      })
    }
  })

  return [...groups.values()]
}

function expectedOf({ rate_bps, amounts: { ngn } }: CommissionRule, base: bigint): [bigint, bigint] {
  const fixed = BigInt(ngn?.fixed_minor ?? 0)
  const floor = BigInt(ngn?.floor_minor ?? 0)
  const cap = ngn?.cap_minor === undefined ? base : BigInt(ngn.cap_minor)
  const asked = percentOf(base, rate_bps) + fixed

  return [
    [asked > floor ? asked : floor, cap, base].reduce((a, b) => (a < b ? a : b)),
    base > 0n ? fixed : 0n,
  ]
}
