import { decideSettlement, refundStanding, type SettlementFacts } from "../settlement"

const facts = (over: Partial<SettlementFacts> = {}): SettlementFacts => ({
  charge: { state: "success", amount_minor: 214893n, currency_code: "ngn" },
  asked: { amount_minor: 214893n, currency_code: "ngn" },
  is_session_live: true,
  is_payment_canceled: false,
  cart_id: "cart_1",
  order: null,
  refund: "none",
  ...over,
})

const charge = (over: Partial<SettlementFacts["charge"]>) => ({ ...facts().charge, ...over })

describe("decideSettlement", () => {
  it.each([
    ["paid in full", {}, { do: "complete", cart_id: "cart_1" }],
    ["paid for something that is no cart", { cart_id: null }, { do: "authorize" }],
    ["not paid yet", { charge: charge({ state: "pending" }) }, { do: "wait" }],
    ["abandoned", { charge: charge({ state: "abandoned" }) }, { do: "nothing", why: "not_paid" }],
    ["underpaid", { charge: charge({ amount_minor: 1n }) }, { do: "refund", reason: "amount_mismatch" }],
    ["overpaid", { charge: charge({ amount_minor: 214894n }) }, { do: "refund", reason: "amount_mismatch" }],
    [
      "paid in another currency",
      { charge: charge({ currency_code: "ghs" }) },
      { do: "refund", reason: "amount_mismatch" },
    ],
    ["paid late on an old session", { is_session_live: false }, { do: "refund", reason: "superseded" }],
    [
      "paid after another session's order",
      { order: { id: "o", is_paid_by_session: false } },
      { do: "refund", reason: "paid_twice" },
    ],
    ["paid and undone", { is_payment_canceled: true }, { do: "refund", reason: "completion_failed" }],
    ["refunded before", { refund: "made", is_session_live: false }, { do: "nothing", why: "refunded" }],
    ["perhaps refunded before", { refund: "uncertain", is_session_live: false }, { do: "wait" }],
    [
      "already an order",
      { order: { id: "o", is_paid_by_session: true }, refund: "made" },
      { do: "nothing", why: "ordered" },
    ],
    [
      "stays the order's when all of it went back",
      { charge: charge({ state: "reversed" }), order: { id: "o", is_paid_by_session: true }, refund: "made" },
      { do: "nothing", why: "ordered" },
    ],
    [
      "was sent back by us",
      { charge: charge({ state: "reversed" }), refund: "made" },
      { do: "nothing", why: "refunded" },
    ],
    [
      "came and went at the gateway",
      { charge: charge({ state: "reversed" }) },
      { do: "nothing", why: "not_paid" },
    ],
  ] as const)("%s", (_, over, expected) => {
    expect(decideSettlement(facts(over as Partial<SettlementFacts>))).toEqual(expected)
  })
})

describe("refundStanding", () => {
  it.each([
    ["there is none", [], "none"],
    ["the gateway did not take it", [{ state: "refused" }], "none"],
    ["it certainly never arrived", [{ state: "not_executed" }], "none"],
    ["its answer was lost", [{ state: "unknown" }], "uncertain"],
    ["it is being asked for", [{ state: "requested" }], "uncertain"],
    ["it is on its way", [{ state: "pending" }], "made"],
    ["it is made", [{ state: "processed" }], "made"],
    ["it failed later, and is tried again by itself", [{ state: "failed" }], "made"],
    [
      "it failed and nobody waits for it: the money must be given back",
      [{ state: "failed", is_disowned: true }],
      "none",
    ],
    ["another one is made", [{ state: "failed", is_disowned: true }, { state: "processed" }], "made"],
    ["one is lost beside one that is refused", [{ state: "refused" }, { state: "unknown" }], "uncertain"],
  ] as const)("when %s", (_, attempts, wanted) => {
    const all = attempts.map((attempt) => ({ is_disowned: false, ...attempt }))

    expect(refundStanding(all)).toBe(wanted)
  })
})
