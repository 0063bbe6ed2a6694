import fc from "fast-check"
import { type Counted, type Figure, figureOf } from "../figure"
import { JUDGES, type OrderFacts } from "../judge"
import { DIRECTIONS, type Lines, METRICS, worstOf } from "../metric"
import { type ShipRule, shipRuleOf } from "../ship-rule"

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const now = new Date("2026-11-28T12:00:00Z")
const rule: ShipRule = { since: "placed_at", open_ms: 2 * DAY_MS, hours: null, promised_ms: 3 * DAY_MS }
const lines: Lines = { window_days: 30, minimum: 10, warn_bps: 200, limit_bps: 400 }
const ago = (days: number) => new Date(now.getTime() - days * DAY_MS)

const fine: OrderFacts = {
  age_days: 5,
  is_canceled: false,
  canceled_by: null,
  cancel_reason: null,
  is_shipped: true,
  is_delivered: true,
  parcels: 1,
  tracked: 1,
  problems: [],
  times: null,
}
const canceled = (by: OrderFacts["canceled_by"]): OrderFacts => ({
  ...fine,
  is_canceled: true,
  canceled_by: by,
  is_shipped: false,
  is_delivered: false,
  parcels: 0,
  tracked: 0,
})
const slow = (times: OrderFacts["times"], over: Partial<OrderFacts> = {}): OrderFacts => ({
  ...fine,
  is_shipped: Boolean(times?.shipped_at),
  is_delivered: Boolean(times?.delivered_at),
  times,
  ...over,
})

const time = fc.integer({ min: 0, max: 20 }).map(ago)
const facts: fc.Arbitrary<OrderFacts> = fc
  .record({
    age_days: fc.nat({ max: 40 }),
    by: fc.constantFrom("vendor", "buyer", "staff", "clock", null),
    is_canceled: fc.boolean(),
    parcels: fc.nat({ max: 3 }),
    missing: fc.nat({ max: 3 }),
    problems: fc.subarray([
      { kind: "return" as const, reason: "wrong_item" },
      { kind: "return" as const, reason: "changed_mind" },
      { kind: "case" as const, reason: "damaged" },
      { kind: "chargeback" as const, reason: "fraud" },
    ]),
    times: fc.option(fc.record({ since: time, shipped_at: fc.option(time), delivered_at: fc.option(time) })),
  })
  .map(({ by, missing, is_canceled, ...rest }) =>
    is_canceled
      ? { ...canceled(by as OrderFacts["canceled_by"]), age_days: rest.age_days }
      : { ...slow(rest.times, rest), tracked: Math.max(rest.parcels - missing, 0) }
  )
const orders = fc.array(fc.record({ facts, count: fc.integer({ min: 1, max: 50 }) }), { maxLength: 30 })

const all = (groups: Counted[], over: Partial<Lines> = {}): Figure[] =>
  METRICS.map((metric) => figureOf(metric, groups, { lines: { ...lines, ...over }, rule, now }))

describe("figureOf", () => {
  it("counts the same however orders are put together, and whatever their order", () => {
    fc.assert(
      fc.property(orders, (groups) => {
        const one = groups.flatMap(({ facts, count }) =>
          Array.from({ length: count }, () => ({ facts, count: 1 }))
        )
        expect(all(one.toReversed())).toEqual(all(groups))
      })
    )
  })

  it("has every unit either in the figure, against the shop, or at somebody else's door", () => {
    fc.assert(
      fc.property(orders, (groups) => {
        METRICS.forEach((metric, index) => {
          const { numerator, denominator, causes } = all(groups)[index]!
          const counted = groups
            .filter(({ facts }) => facts.age_days < lines.window_days)
            .reduce((sum, { facts, count }) => sum + JUDGES[metric](facts, { rule, now }).counted * count, 0)
          const others = causes.courier + causes.buyer + causes.platform

          expect(numerator).toBeGreaterThanOrEqual(0)
          expect(numerator).toBeLessThanOrEqual(denominator)
          expect(DIRECTIONS[metric] === "low" ? denominator : denominator + others).toBe(counted)
          expect(numerator).toBe(DIRECTIONS[metric] === "low" ? causes.vendor : denominator - causes.vendor)
        })
      })
    )
  })

  describe("decides by what it shows, and both by the exact fraction", () => {
    const line = fc.integer({ min: 0, max: 10_000 })
    const least = METRICS.filter((metric) => DIRECTIONS[metric] === "low")
    const most = METRICS.filter((metric) => DIRECTIONS[metric] === "high")
    const expected = (over: { limit: boolean; warn: boolean }) =>
      over.limit ? "limit" : over.warn ? "warn" : "good"

    it.each(least)("%s, which is over a line once it has reached it", (metric) => {
      fc.assert(
        fc.property(orders, line, line, (groups, one, other) => {
          const set = { minimum: 1, warn_bps: Math.min(one, other), limit_bps: Math.max(one, other) }
          const { state, numerator, denominator } = all(groups, set)[METRICS.indexOf(metric)]!
          const isOver = (bps: number) => numerator * 10_000 >= bps * denominator
          const told = expected({ limit: isOver(set.limit_bps), warn: isOver(set.warn_bps) })
          expect(state).toBe(denominator === 0 ? "no_data" : told)
        })
      )
    })

    it.each(most)("%s, which is over a line once it is below", (metric) => {
      fc.assert(
        fc.property(orders, line, line, (groups, one, other) => {
          const set = { minimum: 1, warn_bps: Math.max(one, other), limit_bps: Math.min(one, other) }
          const { state, numerator, denominator } = all(groups, set)[METRICS.indexOf(metric)]!
          const isOver = (bps: number) => numerator * 10_000 < bps * denominator
          const told = expected({ limit: isOver(set.limit_bps), warn: isOver(set.warn_bps) })
          expect(state).toBe(denominator === 0 ? "no_data" : told)
        })
      )
    })
  })

  it("does not look at what is older than its window", () => {
    fc.assert(
      fc.property(orders, (groups) => {
        expect(all(groups)).toEqual(all(groups.filter(({ facts }) => facts.age_days < 30)))
      })
    )
  })

  it("is no worse for a shop when somebody else has called its orders off", () => {
    fc.assert(
      fc.property(orders, fc.constantFrom("buyer" as const, "staff" as const), (groups, by) => {
        const spared = groups.map(({ facts, count }) => ({
          count,
          facts: facts.is_canceled ? { ...facts, canceled_by: by } : facts,
        }))
        all(spared).forEach(({ causes }, index) => {
          expect(causes.vendor).toBeLessThanOrEqual(all(groups)[index]!.causes.vendor)
        })
      })
    )
  })

  it("says nothing below the least number of orders, and shows the value all the same", () => {
    const bad = { facts: canceled("vendor"), count: 1 }
    const cancellation = (count: number) => all([bad, { facts: fine, count }])[1]
    expect(cancellation(8)).toMatchObject({ state: "no_data", value_bps: 1111 })
    expect(cancellation(9)).toMatchObject({ state: "limit", value_bps: 1000 })
    expect(cancellation(24)).toMatchObject({ state: "limit", value_bps: 400 })
    expect(cancellation(25)).toMatchObject({ state: "warn", value_bps: 384, numerator: 1, denominator: 26 })
    expect(cancellation(49)).toMatchObject({ state: "warn", value_bps: 200 })
    expect(cancellation(50)).toMatchObject({ state: "good", value_bps: 196 })
    expect(all([])[0]).toMatchObject({ state: "no_data", value_bps: null })
  })
})

describe("JUDGES", () => {
  const late = (facts: OrderFacts) => JUDGES.late_shipment(facts, { rule, now })
  const onTime = (facts: OrderFacts) => JUDGES.on_time_delivery(facts, { rule, now })
  const times = (since: number, shipped: number | null, delivered: number | null) => ({
    since: ago(since),
    shipped_at: shipped === null ? null : ago(shipped),
    delivered_at: delivered === null ? null : ago(delivered),
  })

  it.each([
    ["shipped on the last moment", times(9, 7, 4), [1, 0, null]],
    ["shipped after it", times(9, 6.9, 4), [1, 1, "shipped_late"]],
    ["not shipped in time", times(3, null, null), [1, 1, "not_shipped"]],
    ["not due yet", times(1, null, null), [0, 0, null]],
  ] as const)("a shipment: %s", (_, moments, [counted, bad, fact]) => {
    expect(late(slow(moments))).toMatchObject({ counted, bad, fact, cause: bad ? "vendor" : null })
  })

  it.each([
    ["in time", times(9, 7, 4), 1, [1, 0, null, null]],
    ["sent late", times(9, 6, 3), 1, [1, 1, "delivered_late", "vendor"]],
    ["late on its way", times(9, 8, 3), 1, [1, 1, "delivered_late", "courier"]],
    ["late on the shop's own way", times(9, 8, 3), 0, [1, 1, "delivered_late", "vendor"]],
    ["not there in time", times(9, 8, null), 1, [1, 1, "not_delivered", "courier"]],
    ["never sent", times(9, null, null), 0, [1, 1, "not_delivered", "vendor"]],
    ["not due yet", times(4, 3, null), 1, [0, 0, null, null]],
  ] as const)("a delivery: %s", (_, moments, tracked, [counted, bad, fact, cause]) => {
    expect(onTime(slow(moments, { tracked }))).toMatchObject({ counted, bad, fact, cause })
  })

  it("takes an order that is canceled for no shipment, no delivery and no defect", () => {
    const off: OrderFacts = { ...canceled("clock"), problems: [{ kind: "case", reason: "wrong_item" }] }
    expect(
      [late(off), onTime(off), JUDGES.order_defect(off, { rule, now })].map((one) => one.counted)
    ).toEqual([0, 0, 0])
  })

  it("counts one defect for an order, whatever went wrong with it", () => {
    const bad: OrderFacts = {
      ...fine,
      problems: [
        { kind: "return", reason: "changed_mind" },
        { kind: "chargeback", reason: "unknown" },
        { kind: "return", reason: "wrong_item" },
      ],
    }
    const verdict = JUDGES.order_defect(bad, { rule, now })
    expect(verdict).toMatchObject({ counted: 1, bad: 1, cause: "vendor", fact: "chargeback:unknown" })
    expect(all([{ facts: bad, count: 3 }])[0]).toMatchObject({ numerator: 3, denominator: 3 })
  })

  it("knows no late shipment where nobody has said by when", () => {
    const endless = { ...rule, open_ms: null }
    expect(JUDGES.late_shipment(fine, { rule: endless, now }).counted).toBe(0)
    expect(JUDGES.on_time_delivery(fine, { rule: endless, now }).counted).toBe(0)
  })
})

describe("shipRuleOf", () => {
  const terms = { handling_days: null, hours: null, ship_within_days: 7, promised_delivery_days: 5 }
  const hours = {
    utc_offset_minutes: 60,
    week: Array.from({ length: 7 }, () => [540, 1020] as [number, number]),
    holidays: [],
  }

  it("goes by what the shop promises, else by what the platform asks of all", () => {
    expect(shipRuleOf(terms)).toEqual({
      since: "confirmed_at",
      open_ms: 7 * DAY_MS,
      hours: null,
      promised_ms: 5 * DAY_MS,
    })
    expect(shipRuleOf({ ...terms, handling_days: 2 })).toMatchObject({
      since: "placed_at",
      open_ms: 2 * DAY_MS,
    })
    expect(shipRuleOf({ ...terms, handling_days: 0 })).toMatchObject({ open_ms: DAY_MS })
    expect(shipRuleOf({ ...terms, ship_within_days: 0 })).toMatchObject({ open_ms: null })
    expect(shipRuleOf({ ...terms, handling_days: 2, hours })).toMatchObject({ open_ms: 16 * HOUR_MS })
  })
})

it("worstOf is the state that weighs most", () => {
  expect(worstOf([])).toBe("no_data")
  expect(worstOf(["good", "no_data"])).toBe("good")
  expect(worstOf(["good", "limit", "warn"])).toBe("limit")
})
