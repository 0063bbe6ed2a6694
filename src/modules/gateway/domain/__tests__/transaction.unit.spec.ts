import type { Charge, ChargeState, TransactionState } from "../../../../lib/gateway"
import { decideOpen, nextCheck, nextState, type OpenCandidate } from "../transaction"

const now = new Date("2026-11-24T10:00:00Z")
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000)

const charge = (state: ChargeState): Charge => ({
  state,
  reference: "mkt-1",
  amount_minor: 1000n,
  currency_code: "ngn",
  fee_minor: 15n,
  gateway_id: "1",
  channel: "card",
  paid_at: now,
})

describe("nextState", () => {
  it.each<[TransactionState, ChargeState, TransactionState | null]>([
    ["open", "success", "paid"],
    ["open", "failed", "failed"],
    ["open", "abandoned", "abandoned"],
    ["open", "pending", null],
    ["open", "unknown_reference", null],
    ["failed", "success", "paid"],
    ["abandoned", "success", "paid"],
    ["abandoned", "pending", "open"],
    ["paid", "success", null],
    ["paid", "failed", null],
    ["paid", "abandoned", null],
    ["paid", "pending", null],
    ["paid", "reversed", "reversed"],
    ["reversed", "success", null],
    ["refused", "success", null],
  ])("from %s, the gateway's %s leads to %s", (current, answer, next) => {
    expect(nextState(current, charge(answer))).toBe(next)
  })
})

describe("decideOpen", () => {
  const current = (over: Partial<OpenCandidate> = {}): OpenCandidate => ({
    gateway: "paystack",
    state: "open",
    amount_minor: 1000n,
    currency_code: "ngn",
    redirect_url: "https://checkout.example/1",
    withdrawn_at: null,
    created_at: secondsAgo(3600),
    ...over,
  })
  const decide = (candidate: OpenCandidate | null, page_minutes: number | null = null) =>
    decideOpen(candidate, { gateway: "paystack", amount_minor: 1000n, currency_code: "ngn" }, now, {
      in_flight_seconds: 60,
      page_minutes,
    }).do

  it.each([
    ["there is none", null, "open_fresh"],
    ["it is open", current(), "answer"],
    ["the buyer walked away from it", current({ state: "abandoned" }), "answer"],
    ["it is paid", current({ state: "paid" }), "answer"],
    ["it failed", current({ state: "failed" }), "open_fresh"],
    ["the gateway refused it", current({ state: "refused", redirect_url: null }), "open_fresh"],
    ["its page was shut", current({ withdrawn_at: secondsAgo(5) }), "open_fresh"],
    ["the amount differs", current({ amount_minor: 999n }), "open_fresh"],
    ["another gateway is wanted", current({ gateway: "flutterwave" }), "open_fresh"],
    ["the currency differs", current({ currency_code: "ghs" }), "open_fresh"],
    ["another call is opening it", current({ redirect_url: null, created_at: secondsAgo(59) }), "wait"],
    ["its answer was lost", current({ redirect_url: null, created_at: secondsAgo(60) }), "open_fresh"],
  ])("when %s", (_, candidate, decision) => {
    expect(decide(candidate)).toBe(decision)
  })

  it.each([
    ["has a second left", {}, 3599, "answer"],
    ["has ended", {}, 3600, "open_fresh"],
    ["has ended, and the buyer had walked away", { state: "abandoned" }, 3600, "open_fresh"],
    ["has ended after it was paid", { state: "paid" }, 90_000, "answer"],
  ] as const)("when a page that can be used for an hour %s", (_, over, age, decision) => {
    expect(decide(current({ ...over, created_at: secondsAgo(age) }), 60)).toBe(decision)
  })
})

describe("nextCheck", () => {
  const HOUR = 3600
  it.each([
    [0, 300],
    [300, 300],
    [HOUR, HOUR],
    [7 * 24 * HOUR - 1, 7 * 24 * HOUR - 1],
  ])("looks at a transaction of %s seconds again after %s", (age, wait) => {
    expect(nextCheck(secondsAgo(age), now)).toEqual(new Date(now.getTime() + wait * 1000))
  })

  it.each([
    [0, 300],
    [HOUR, 900],
    [7 * 24 * HOUR - 1, 900],
  ])("looks again every quarter of an hour while money is on its way: %s seconds, %s", (age, wait) => {
    expect(nextCheck(secondsAgo(age), now, true)).toEqual(new Date(now.getTime() + wait * 1000))
  })

  it("stops following money that is on its way after a week", () => {
    expect(nextCheck(secondsAgo(7 * 24 * HOUR), now, true)).toBeNull()
  })

  it("stops following after a week", () => {
    expect(nextCheck(secondsAgo(7 * 24 * HOUR), now)).toBeNull()
  })
})
