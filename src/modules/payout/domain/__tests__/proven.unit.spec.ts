import fc from "fast-check"
import { isProven, type TrackRecord } from "../proven"

const now = new Date("2026-11-28T10:00:00Z")
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const RULES = { delivered_orders: 50, verified_days: 90, refund_bps: 500, dispute_bps: 100 }
const record = (over: Partial<TrackRecord> = {}): TrackRecord => ({
  verified_at: daysAgo(90),
  delivered_count: 100,
  refunded_count: 5,
  disputed_count: 1,
  ...over,
})

describe("isProven", () => {
  it.each([
    [true, {}],
    [false, { verified_at: null }],
    [false, { verified_at: daysAgo(89.9) }],
    [true, { delivered_count: 50, refunded_count: 2, disputed_count: 0 }],
    [false, { delivered_count: 49, refunded_count: 0, disputed_count: 0 }],
    [false, { refunded_count: 6 }],
    [false, { disputed_count: 2 }],
  ])("is %s of %o", (expected, over) => {
    expect(isProven(record(over), RULES, now)).toBe(expected)
  })

  it("is never true of a shop that has delivered nothing, whatever the rules", () => {
    const nothing = record({ delivered_count: 0, refunded_count: 0, disputed_count: 0 })
    expect(isProven(nothing, { ...RULES, delivered_orders: 0 }, now)).toBe(false)
  })

  it("is not lost by delivering more, nor won by more refunds or cases", () => {
    const count = fc.nat({ max: 10_000 })
    const anyRecord = fc.record({
      verified_at: fc.option(fc.nat({ max: 400 }).map(daysAgo)),
      delivered_count: count,
      refunded_count: count,
      disputed_count: count,
    })
    fc.assert(
      fc.property(anyRecord, count, (known, more) => {
        const before = isProven(known, RULES, now)
        const grown = isProven({ ...known, delivered_count: known.delivered_count + more }, RULES, now)
        expect(before && !grown).toBe(false)
        const refunded = isProven({ ...known, refunded_count: known.refunded_count + more }, RULES, now)
        const disputed = isProven({ ...known, disputed_count: known.disputed_count + more }, RULES, now)
        expect(!before && (refunded || disputed)).toBe(false)
      })
    )
  })
})
