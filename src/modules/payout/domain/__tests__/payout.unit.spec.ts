import fc from "fast-check"
import type { Transfer } from "../../../../lib/payout-rail"
import { decidePayout, decideScheduled, needsApproval, type PayoutFacts } from "../decide"
import { sentOf } from "../fee"
import { NEVER_PAID } from "../first-payouts"
import { outcomeOf } from "../outcome"
import { divideRelease, releaseAt, reserveUntil } from "../release"
import { canMove, PAYOUT_STATES, type PayoutState } from "../state"
import { periodOf, USUAL_TERMS } from "../terms"

const now = new Date("2026-11-28T10:00:00Z")
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const facts = (over: Partial<PayoutFacts> = {}): PayoutFacts => ({
  currency_code: "ngn",
  available_minor: 500_000n,
  shop: { status: "approved", is_house: false },
  account: { id: "vbank_1", currency_code: "ngn", since: daysAgo(30), is_first: true, is_verified: true },
  terms: USUAL_TERMS,
  rules: {
    payout_release_days: 7,
    payout_schedule: "weekly",
    payout_minimums: { ngn: 100_000 },
    payout_approval_above: { ngn: 400_000 },
    payout_cool_off_hours: 72,
    payout_name_match_required: ["ngn"],
    payout_first_days: 30,
    payout_first_most: { ngn: 450_000 },
    payout_fees: { ngn: 2500 },
    payout_rail_fees: { manual: { ngn: 0 }, slow: { ngn: 100_000 } },
    payout_reserves: {
      standard: { percent_bps: 0, days: 0 },
      elevated: { percent_bps: 1000, days: 30 },
      high: { percent_bps: 2500, days: 90 },
    },
  },
  rail: "paystack",
  paid_before: NEVER_PAID,
  has_held_money: false,
  ...over,
})

const account = facts().account!

describe("decidePayout", () => {
  it("pays all that is available to the current account", () => {
    expect(decidePayout(facts(), now)).toEqual({
      do: "pay",
      amount_minor: 500_000n,
      fee_minor: 2500n,
      rail: "paystack",
      bank_account_id: "vbank_1",
      needs_approval: true,
    })
    expect(decidePayout(facts(), now, 400_000n)).toMatchObject({
      amount_minor: 400_000n,
      needs_approval: false,
    })
  })

  it.each<[string, Partial<PayoutFacts>]>([
    ["shop_not_paid", { shop: { status: "suspended", is_house: false } }],
    ["shop_not_paid", { shop: { status: "pending", is_house: false } }],
    ["shop_not_paid", { shop: { status: "approved", is_house: true } }],
    ["stopped", { terms: { ...USUAL_TERMS, stopped_reason: "Under review" } }],
    ["stopped", { terms: { ...USUAL_TERMS, stopped_reason: "" } }],
    ["bank_account_missing", { account: null }],
    ["bank_account_currency", { account: { ...account, currency_code: "ghs" } }],
    ["bank_account_unverified", { account: { ...account, is_verified: false } }],
    ["bank_account_cool_off", { account: { ...account, is_first: false, since: daysAgo(2.9) } }],
    ["no_rail", { rail: null }],
    ["below_minimum", { available_minor: 100_000n, rail: "slow" }],
    ["nothing_available", { available_minor: 0n }],
    ["nothing_available", { available_minor: -1n }],
    ["below_minimum", { available_minor: 99_999n }],
    ["under_review", { available_minor: 0n, has_held_money: true }],
    ["below_minimum", { available_minor: 99_999n, has_held_money: true }],
  ])("waits: %s (%#)", (obstacle, over) => {
    expect(decidePayout(facts(over), now)).toEqual({ do: "wait", obstacle })
  })

  it("lets a changed account rest and then pays to it; a first one need not", () => {
    const changed = { ...account, is_first: false, since: daysAgo(3) }
    expect(decidePayout(facts({ account: changed }), now).do).toBe("pay")
    expect(decidePayout(facts({ account: { ...account, since: now } }), now).do).toBe("pay")
  })

  it("has a person look at what a new shop would have beyond its first limit", () => {
    const before = (days: number) => ({ first_paid_at: daysAgo(days), sum_minor: 400_000n })
    const needs = (days: number, amount: bigint) =>
      decidePayout(facts({ paid_before: before(days) }), now, amount)
    expect(needs(1, 100_000n)).toMatchObject({ do: "pay", needs_approval: true })
    expect(needs(31, 100_000n)).toMatchObject({ do: "pay", needs_approval: false })
  })

  it("keeps the fee of the rail, or else of the currency", () => {
    expect(decidePayout(facts({ rail: "manual" }), now)).toMatchObject({ fee_minor: 0n })
    expect(decidePayout(facts({ rail: "slow" }), now)).toMatchObject({ fee_minor: 100_000n })
    expect(decidePayout(facts({ rail: "slow" }), now, 100_001n)).toMatchObject({ fee_minor: 100_000n })
  })

  it("still pays what a closed shop has sold, however little is left", () => {
    const closed = { shop: { status: "closed", is_house: false } }
    expect(decidePayout(facts(closed), now).do).toBe("pay")
    const last = (available_minor: bigint) => decidePayout(facts({ ...closed, available_minor }), now)
    expect(last(2501n)).toMatchObject({ do: "pay", amount_minor: 2501n })
    // All of it would be the fee: nobody is sent nothing.
    expect(last(2500n)).toEqual({ do: "wait", obstacle: "below_minimum" })
  })

  it("never pays more than what is available, whatever is asked for", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.option(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { nil: undefined }),
        fc.record({
          payout_fees: fc.dictionary(fc.constant("ngn"), fc.nat()),
          payout_minimums: fc.constant({}),
        }),
        (available_minor, asked, rules) => {
          const known = facts({ available_minor })
          const decision = decidePayout({ ...known, rules: { ...known.rules, ...rules } }, now, asked)
          if (decision.do === "pay") {
            expect(decision.amount_minor > 0n && decision.amount_minor <= available_minor).toBe(true)
            expect(sentOf(decision) > 0n && decision.fee_minor >= 0n).toBe(true)
          }
        }
      )
    )
  })

  it("has a person look at what nobody has set a limit for", () => {
    const { rules } = facts()
    expect(needsApproval(1n, "ghs", rules)).toBe(true)
    expect(needsApproval(400_000n, "ngn", rules)).toBe(false)
    expect(needsApproval(400_001n, "ngn", rules)).toBe(true)
  })
})

describe("decideScheduled", () => {
  it("goes by the vendor's own schedule before the platform's", () => {
    expect(decideScheduled(facts(), now)).toMatchObject({ do: "pay", period: "2026-W48" })
    const daily = { ...USUAL_TERMS, schedule: "daily" as const }
    expect(decideScheduled(facts({ terms: daily }), now)).toMatchObject({ period: "2026-11-28" })
    const on_request = { ...USUAL_TERMS, schedule: "on_request" as const }
    expect(decideScheduled(facts({ terms: on_request }), now)).toEqual({
      do: "wait",
      obstacle: "not_scheduled",
    })
  })

  it.each([
    ["2026-01-01T00:00:00Z", "2026-W01"],
    ["2025-12-29T00:00:00Z", "2026-W01"],
    ["2027-01-03T23:59:59Z", "2026-W53"],
    ["2027-01-04T00:00:00Z", "2027-W01"],
  ])("%s lies in week %s", (moment, week) => {
    expect(periodOf("weekly", new Date(moment))).toBe(week)
  })

  it("gives every moment one week, and every week seven days", () => {
    const weeks = new Map<string, number>()
    for (let day = Date.UTC(2024, 0, 1); day < Date.UTC(2031, 11, 29); day += 86_400_000) {
      const week = periodOf("weekly", new Date(day)) ?? ""
      weeks.set(week, (weeks.get(week) ?? 0) + 1)
    }
    expect(new Set(weeks.values())).toEqual(new Set([7]))
  })
})

describe("releaseAt", () => {
  const delivered_at = new Date("2026-11-01T00:00:00Z")
  const base = { delivered_at, confirmed_at: null, release_days: 7, hold_days: 0 }

  it("waits after delivery, and ends with a confirmation, but for the hold on a new vendor", () => {
    expect(releaseAt(base)).toEqual(new Date("2026-11-08T00:00:00Z"))
    expect(releaseAt({ ...base, hold_days: 14 })).toEqual(new Date("2026-11-15T00:00:00Z"))
    const confirmed_at = new Date("2026-11-02T12:00:00Z")
    expect(releaseAt({ ...base, confirmed_at })).toEqual(confirmed_at)
    expect(releaseAt({ ...base, confirmed_at, hold_days: 14 })).toEqual(new Date("2026-11-15T00:00:00Z"))
  })
})

describe("divideRelease", () => {
  it("keeps the reserve back, rounded down, and none of a debt", () => {
    const rule = { percent_bps: 1000, days: 30 }
    expect(divideRelease(1_005n, rule)).toEqual({ available_minor: 905n, reserved_minor: 100n })
    expect(divideRelease(-1_005n, rule)).toEqual({ available_minor: -1_005n, reserved_minor: 0n })
    expect(reserveUntil(now, rule)).toEqual(new Date("2026-12-28T10:00:00Z"))
  })

  it("always adds up to what was held", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
        fc.integer({ min: 0, max: 10_000 }),
        (owed, percent_bps) => {
          const { available_minor, reserved_minor } = divideRelease(owed, { percent_bps, days: 1 })
          expect(available_minor + reserved_minor).toBe(owed)
          expect(reserved_minor >= 0n).toBe(true)
          expect(owed < 0n || available_minor >= 0n).toBe(true)
        }
      )
    )
  })
})

describe("outcomeOf", () => {
  const sent = (state: PayoutState, posted_at = daysAgo(0)) => ({
    state,
    amount_minor: 100n,
    currency_code: "ngn",
    posted_at,
  })
  const says = (state: Transfer["state"], over: Partial<Transfer> = {}): Transfer => ({
    state,
    rail_id: "TRF_1",
    amount_minor: 100n,
    currency_code: "ngn",
    reason: null,
    ...over,
  })
  const at = { now, settle_seconds: 600 }

  it.each<[PayoutState, Transfer["state"], object]>([
    ["posting", "pending", { do: "move", to: "pending" }],
    ["posting", "needs_otp", { do: "move", to: "needs_otp" }],
    ["unknown", "paid", { do: "move", to: "paid" }],
    ["needs_otp", "failed", { do: "move", to: "failed" }],
    ["pending", "pending", { do: "stay" }],
    ["pending", "returned", { do: "move", to: "failed" }],
    ["paid", "paid", { do: "stay" }],
    ["paid", "returned", { do: "move", to: "returned" }],
    ["returned", "returned", { do: "stay" }],
    ["failed", "returned", { do: "stay" }],
    ["failed", "paid", { do: "contradiction" }],
    ["paid", "failed", { do: "contradiction" }],
    ["returned", "paid", { do: "contradiction" }],
    ["pending", "unknown_reference", { do: "contradiction" }],
  ])("%s, and the rail says %s", (from, state, outcome) => {
    expect(outcomeOf(sent(from), says(state), at)).toMatchObject(outcome)
  })

  it("concludes nothing from an amount or a currency that is not the payout's", () => {
    expect(outcomeOf(sent("pending"), says("paid", { amount_minor: 99n }), at).do).toBe("contradiction")
    expect(outcomeOf(sent("pending"), says("paid", { currency_code: "ghs" }), at).do).toBe("contradiction")
  })

  it("posts again what is certainly not there, and nothing before", () => {
    const none = says("unknown_reference")
    const long_ago = new Date(now.getTime() - 600_000)
    const just_before = new Date(now.getTime() - 599_999)
    expect(outcomeOf(sent("posting", just_before), none, at)).toMatchObject({ to: "unknown" })
    expect(outcomeOf(sent("unknown", just_before), none, at)).toEqual({ do: "stay" })
    expect(outcomeOf(sent("unknown", long_ago), none, at)).toMatchObject({ to: "ready" })
  })

  it("only ever moves along the table", () => {
    const states = ["pending", "needs_otp", "paid", "failed", "returned", "unknown_reference"] as const
    fc.assert(
      fc.property(fc.constantFrom(...PAYOUT_STATES), fc.constantFrom(...states), (from, state) => {
        const outcome = outcomeOf(sent(from, daysAgo(1)), says(state), at)
        if (outcome.do === "move") {
          expect(canMove(from, outcome.to)).toBe(true)
        }
      })
    )
  })
})
