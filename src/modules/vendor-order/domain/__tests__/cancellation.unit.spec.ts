import {
  type CancelFacts,
  cancellationNote,
  cancellationOf,
  decideCancel,
  type GiveBackFacts,
  whyNotGiveBack,
} from "../cancellation"

const facts = (over: Partial<CancelFacts> = {}): CancelFacts => ({
  status: "confirmed",
  is_order_canceled: false,
  is_any_fulfilled: false,
  charged_minor: 5000n,
  credit_minor: 0n,
  is_changed: false,
  given_minor: 0n,
  is_given_unknown: false,
  begun_minor: null,
  is_uncollected: false,
  refundable_minor: 9000n,
  is_before_confirmation: false,
  ...over,
})

describe("decideCancel", () => {
  it.each([
    ["before it is sent", {}, { is_allowed: true, amount_minor: 5000n }],
    ["with exactly enough left to refund", { refundable_minor: 5000n }, { is_allowed: true }],
    [
      "of goods that cost nothing",
      { charged_minor: 0n, refundable_minor: 0n },
      { is_allowed: true, amount_minor: 0n },
    ],
    ["after it is sent", { status: "shipped" }, { code: "transition" }],
    ["twice", { status: "canceled" }, { code: "transition" }],
    ["by a buyer after the shop has confirmed", { is_before_confirmation: true }, { code: "transition" }],
    ["by a buyer before that", { is_before_confirmation: true, status: "pending" }, { is_allowed: true }],
    ["of a canceled order", { is_order_canceled: true }, { code: "transition" }],
    ["of packed goods", { is_any_fulfilled: true }, { code: "transition" }],
    ["of what a gift card paid", { credit_minor: 1n }, { code: "unsupported" }],
    ["of what staff have changed", { is_changed: true }, { code: "unsupported" }],
    ["of what was refunded in part", { given_minor: 1200n }, { is_allowed: true, amount_minor: 3800n }],
    ["of what was refunded whole", { given_minor: 5000n, refundable_minor: 0n }, { amount_minor: 0n }],
    ["while it is not known whose money went back", { is_given_unknown: true }, { code: "unsupported" }],
    [
      "that has begun goes on, whatever went back meanwhile",
      { begun_minor: 3000n, is_changed: true, is_given_unknown: true, refundable_minor: 0n },
      { is_allowed: true, amount_minor: 3000n },
    ],
    [
      "that has begun, of an order canceled meanwhile",
      { begun_minor: 5000n, is_order_canceled: true },
      { code: "transition" },
    ],
    [
      "of what was to be paid at the door",
      { is_uncollected: true, refundable_minor: 0n },
      { is_allowed: true, amount_minor: 0n },
    ],
    [
      "that has begun, of the same",
      { is_uncollected: true, begun_minor: 0n, refundable_minor: 0n },
      { is_allowed: true, amount_minor: 0n },
    ],
    ["of money that is not in", { refundable_minor: 4999n }, { code: "unsupported" }],
  ] as const)("%s", (_, over, expected) => {
    expect(decideCancel(facts(over))).toMatchObject(expected)
  })
})

describe("whyNotGiveBack", () => {
  const whyNot = (over: Partial<GiveBackFacts> = {}) =>
    whyNotGiveBack({
      vendor_order_id: "vord_a",
      amount_minor: 100n,
      given_before_minor: 0n,
      is_order_canceled: false,
      given: [],
      booked: [],
      open: [],
      ...over,
    })
  const AFTER_30 = { given_before_minor: 30n }
  const byHand = (amount_minor: bigint) => ({ note: null, amount_minor })
  const booked = (part: string, amount_minor: bigint) => ({ vendor_order_id: `vord_${part}`, amount_minor })
  const ofShop = (part: string, amount_minor: bigint) => ({
    note: cancellationNote(`vord_${part}`),
    amount_minor,
  })

  it.each<[string, Partial<GiveBackFacts>]>([
    ["somebody gave as much back by hand, unbooked", { given: [byHand(100n)] }],
    ["by hand, booked here", { given: [byHand(100n)], booked: [booked("a", 100n)] }],
    ["by hand, spread over all", { given: [byHand(100n)], booked: [booked("a", 40n), booked("b", 60n)] }],
    ["a part of it by hand", { given: [byHand(1n)], booked: [booked("a", 1n)] }],
    [
      "by hand, though another shop's is on its way",
      { given: [byHand(100n)], open: [{ vendor_order_id: "vord_b", given_before_minor: 0n }] },
    ],
    ["more than before, not by it", { ...AFTER_30, given: [byHand(50n)], booked: [booked("a", 50n)] }],
    ["the whole order is canceled", { is_order_canceled: true }],
  ])("forbids it when %s", (_, over) => {
    expect(whyNot(over)).toEqual(expect.any(String))
  })

  it.each<[string, Partial<GiveBackFacts>]>([
    ["nothing went back", {}],
    ["its own refund was lost by Medusa and booked", { booked: [booked("a", 100n)] }],
    ["its own refund failed later", { booked: [booked("a", 100n), booked("a", -100n)] }],
    ["a part had gone back before", { ...AFTER_30, given: [byHand(30n)], booked: [booked("a", 30n)] }],
    [
      "a part had gone back before, and its own was lost by Medusa and booked",
      { ...AFTER_30, given: [byHand(30n)], booked: [booked("a", 30n), booked("a", 100n)] },
    ],
    [
      "a part of another shop's had, whose own is on its way",
      {
        given: [byHand(30n)],
        booked: [booked("b", 30n)],
        open: [{ vendor_order_id: "vord_b", given_before_minor: 30n }],
      },
    ],
    ["another shop's is made", { given: [ofShop("b", 70n)], booked: [booked("b", 70n)] }],
    [
      "another shop's is lost and on its way",
      { booked: [booked("b", 70n)], open: [{ vendor_order_id: "vord_b", given_before_minor: 0n }] },
    ],
    [
      "another shop's is made and not booked yet",
      { given: [ofShop("b", 70n)], open: [{ vendor_order_id: "vord_b", given_before_minor: 0n }] },
    ],
  ])("allows it when %s", (_, over) => {
    expect(whyNot(over)).toBeNull()
  })
})

describe("cancellationOf", () => {
  const open = {
    vendor_order_id: "vord_a",
    stage: "withdrawn" as const,
    amount_minor: 100n,
    refund_key: null,
    booked_minor: 0n,
  }
  const done = {
    ...open,
    vendor_order_id: "vord_b",
    stage: "refunded" as const,
    refund_key: "ref_b",
    booked_minor: 100n,
  }
  const byHand = { ...open, vendor_order_id: "vord_c", stage: "refused" as const, amount_minor: 300n }
  const settled = { ...byHand, vendor_order_id: "vord_d", amount_minor: 400n, booked_minor: 400n }
  const made = { ...done, vendor_order_id: "vord_e", amount_minor: 500n, booked_minor: 500n }
  const failed = {
    ...done,
    vendor_order_id: "vord_f",
    refund_key: "ref_f",
    amount_minor: 600n,
    booked_minor: 0n,
  }
  const find = (refund: { keys?: string[]; amount_minor?: bigint; notes?: (string | null)[] }) =>
    cancellationOf({ keys: ["ref_x"], amount_minor: 100n, notes: [], ...refund }, [
      done,
      open,
      byHand,
      settled,
      made,
      failed,
    ])?.vendor_order_id

  it.each([
    ["by the key that was noted", { keys: ["lost", "ref_b"], notes: [null] }, "vord_b"],
    ["by the note on Medusa's refund", { notes: [cancellationNote("vord_a")] }, "vord_a"],
    ["not when Medusa has a refund of another origin, though the amount fits", { notes: [null] }, undefined],
    ["by the amount when Medusa has lost the refund", {}, "vord_a"],
    [
      "by the amount when staff pay by hand what was refused",
      { amount_minor: 300n, notes: [null] },
      "vord_c",
    ],
    ["not a second time by hand", { amount_minor: 400n, notes: [null] }, undefined],
    [
      "by the amount when staff pay by hand what the gateway could not make after all",
      { amount_minor: 600n, notes: ["By bank"] },
      "vord_f",
    ],
    ["not by hand beside one that was made", { amount_minor: 500n, notes: [null] }, undefined],
    ["not one of Medusa's that was lost when it was made already", { amount_minor: 600n }, undefined],
    ["not by another amount", { amount_minor: 99n }, undefined],
  ])("finds it %s", (_, refund, expected) => {
    expect(find(refund)).toBe(expected)
  })
})
