import { decideEnter, refundAccountTransitions, stateAfterLookup, stateOfChecked } from "../refund-account"

const now = new Date("2026-11-28T10:00:00Z")
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000)

describe("decideEnter", () => {
  const facts = {
    refund_state: "needs_attention",
    account_state: null,
    tries: 0,
    is_by_staff: false,
  } as const

  it.each([
    ["the first account", {}, true],
    [
      "one instead of one that staff have not confirmed",
      { account_state: "waiting" as const, tries: 1 },
      true,
    ],
    [
      "one instead of one that the gateway did not take",
      { account_state: "refused" as const, tries: 1 },
      true,
    ],
    ["one when the gateway asks once more", { account_state: "sent" as const, tries: 1 }, true],
    ["another while one is at the gateway", { account_state: "sending" as const, tries: 1 }, false],
    ["another while it is not known whether it is", { account_state: "unknown" as const, tries: 1 }, false],
    ["a sixth of the buyer's", { account_state: "refused" as const, tries: 5 }, false],
    ["a sixth by staff", { account_state: "refused" as const, tries: 5, is_by_staff: true }, true],
    ["one for a refund that was made", { refund_state: "processed" as const }, false],
    ["one for a refund that is on its way", { refund_state: "pending" as const }, false],
    ["one for a refund that failed", { refund_state: "failed" as const }, false],
  ])("of %s: %s %s", (_, over, is_allowed) => {
    expect(decideEnter({ ...facts, ...over }).is_allowed).toBe(is_allowed)
  })
})

describe("stateOfChecked", () => {
  it.each([
    ["matches", "ready"],
    ["differs", "waiting"],
    ["unknown_account", "waiting"],
    ["cannot_be_asked", "waiting"],
    [null, "waiting"],
  ])("of a name that %s is %s", (check, state) => {
    expect(stateOfChecked(check)).toBe(state)
  })
})

describe("stateAfterLookup", () => {
  it.each([
    ["sending", 10, "needs_attention", "unknown"],
    ["unknown", 299, "needs_attention", "unknown"],
    ["unknown", 300, "needs_attention", "ready"],
    ["sending", 300, "needs_attention", "ready"],
    ["unknown", 0, "pending", "sent"],
    ["sending", 0, "processed", "sent"],
    ["sending", 0, "failed", "sent"],
    ["ready", 999, "needs_attention", "ready"],
    ["waiting", 999, "pending", "waiting"],
  ] as const)("%s for %s seconds while the refund is %s: %s", (state, age, refund, next) => {
    const after = stateAfterLookup({ state, posted_at: secondsAgo(age) }, refund, {
      now,
      settle_seconds: 300,
    })

    expect(after).toBe(next)
    expect(next === state || refundAccountTransitions[state].includes(next)).toBe(true)
  })
})
