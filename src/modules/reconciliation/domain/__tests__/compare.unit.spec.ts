import { CAUSES, keyOf } from "../causes"
import { compareBalance, comparePayments, compareRefunds, type HeldPayment } from "../compare"

const charge = (gateway_id: string, over: object = {}) => ({
  reference: `mkt-${gateway_id}`,
  gateway_id,
  amount_minor: 1000n,
  currency_code: "ngn",
  paid_at: new Date(),
  ...over,
})
const held = (gateway_id: string, over: Partial<HeldPayment> = {}): HeldPayment => ({
  reference: `mkt-${gateway_id}`,
  gateway_id,
  paid_minor: 1000n,
  currency_code: "ngn",
  is_receipted: true,
  returned_minor: 0n,
  ...over,
})
const GONE = { is_reversed: true }
const causes = (found: { cause: string }[]) => found.map(({ cause }) => cause)
const payments = (listed: object[], named: HeldPayment[], paid = named) =>
  causes(comparePayments("paystack", listed as never, { named, paid }))

describe("comparePayments", () => {
  it.each([
    ["agrees", [charge("1")], [held("1")], []],
    ["one of others", [charge("1")], [], ["payment_unknown"]],
    ["another amount", [charge("1", { amount_minor: 999n })], [held("1")], ["payment_amount_differs"]],
    ["one that is not listed", [], [held("1")], ["payment_not_listed"]],
    ["one that we sent back", [charge("1", GONE)], [held("1", { returned_minor: 1000n })], []],
    ["one that somebody else sent back", [charge("1", GONE)], [held("1")], ["payment_reversed"]],
    ["one that came and went", [charge("1", GONE)], [held("1", { paid_minor: null })], []],
    ["one of others that went back", [charge("1", GONE)], [], []],
    ["one without a receipt", [charge("1")], [held("1", { is_receipted: false })], ["receipt_missing"]],
  ])("%s", (_, listed, known, expected) => {
    expect(payments(listed, known)).toEqual(expected)
  })

  it("knows a payment that nobody noticed by its reference", () => {
    expect(payments([charge("1")], [held("1", { gateway_id: null, paid_minor: null })], [])).toEqual([
      "payment_not_noticed",
    ])
  })

  it("does not take a second payment under one reference for the first", () => {
    const second = charge("2", { reference: "mkt-1", amount_minor: 7n })
    expect(payments([charge("1"), second], [held("1")])).toEqual([])
  })
})

it("finds refunds that are at one side alone", () => {
  const refund = { gateway_refund_id: "9", reference: null, amount_minor: 5n, currency_code: "ngn" }
  const made = [{ ...refund, reference: "mkt-1" }]
  const compare = (listed: (typeof refund)[], known: string[], own = made) =>
    causes(compareRefunds("paystack", listed, { known: new Set(known), made: own }))
  expect(compare([refund], ["9"])).toEqual([])
  expect(compare([refund], [], [])).toEqual(["refund_elsewhere"])
  expect(compare([], ["9"])).toEqual(["refund_not_listed"])
})

it.each([
  [1000n, []],
  [900n, []],
  [850n, ["balance_below_books"]],
  [1100n, ["balance_above_books"]],
  [950n, ["balance_below_books"]],
])("a balance of %s", (held_minor, expected) => {
  const of = { gateway: "paystack", currency_code: "ngn", booked_minor: 1200n, on_its_way_minor: 200n }
  expect(causes(compareBalance({ ...of, held_minor, unknown_minor: 100n }))).toEqual(expected)
})

it("calls the same difference by the same key, and one of another size by another", () => {
  const [first] = comparePayments("paystack", [charge("1")], { named: [], paid: [] })
  expect(keyOf(first!)).toBe("payment_unknown:paystack:mkt-1:ngn:-")
  const of = (held_minor: bigint, booked_minor: bigint) =>
    keyOf(
      compareBalance({
        gateway: "paystack",
        currency_code: "ngn",
        held_minor,
        booked_minor,
        on_its_way_minor: 0n,
        unknown_minor: 0n,
      })[0]!
    )
  expect(of(90n, 100n)).toBe(of(190n, 200n))
  expect(of(90n, 100n)).not.toBe(of(89n, 100n))
})

it("has a sentence for every cause", () => {
  expect(Object.values(CAUSES).every(({ sentence }) => /^[A-Z].{20,}\.$/.test(sentence))).toBe(true)
})
