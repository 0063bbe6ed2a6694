import fc from "fast-check"
import { isBeyondFirst, NEVER_PAID, type PaidBefore } from "../first-payouts"

const now = new Date("2026-11-28T10:00:00Z")
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const rules = { payout_first_days: 30, payout_first_most: { ngn: 1000 } }
const beyond = (amount_minor: bigint, before: PaidBefore = NEVER_PAID, currency_code = "ngn") =>
  isBeyondFirst({ amount_minor, currency_code, before, now }, rules)

describe("isBeyondFirst", () => {
  it.each<[string, bigint, PaidBefore, boolean]>([
    ["a first payout up to the limit", 1000n, NEVER_PAID, false],
    ["a first payout above it", 1001n, NEVER_PAID, true],
    ["one on its way that fills the limit", 1n, { first_paid_at: null, sum_minor: 1000n }, true],
    ["the last moment of the first days", 1n, { first_paid_at: daysAgo(29.999), sum_minor: 1000n }, true],
    ["the end of the first days", 10_000n, { first_paid_at: daysAgo(30), sum_minor: 1000n }, false],
  ])("%s: %s after %j is %s", (_, amount, before, expected) => {
    expect(beyond(amount, before)).toBe(expected)
  })

  it("limits nothing in a currency that is not named", () => {
    expect(beyond(10n ** 15n, NEVER_PAID, "ghs")).toBe(false)
  })

  it("lets no sequence of payouts take more than the limit without a person, however it is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 400n }), { maxLength: 20 }), (amounts) => {
        let paid = 0n
        for (const amount of amounts) {
          const before = { first_paid_at: paid > 0n ? daysAgo(1) : null, sum_minor: paid }
          paid += beyond(amount, before) ? 0n : amount
        }
        expect(paid <= 1000n).toBe(true)
      })
    )
  })
})
