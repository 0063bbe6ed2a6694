import fc from "fast-check"
import { sumMinor } from "../../../../lib/money"
import {
  faultOf,
  keyOfLastTry,
  keyOfTry,
  planRefund,
  type RefundableLine,
  type RefundStage,
  refundableQuantity,
  refundedQuantity,
  refundNote,
  requestOf,
  type ShareFacts,
} from "../refund-request"

const NOTHING = {
  commission_minor: 0n,
  commission_tax_minor: 0n,
  withholding_minor: 0n,
  platform_tax_minor: 0n,
  platform_discount_minor: 0n,
}

const line = (over: Partial<RefundableLine> = {}): RefundableLine => ({
  ...NOTHING,
  id: "vol_1",
  kind: "item",
  quantity: 3,
  total_minor: 1000n,
  commission_minor: 100n,
  refunded_quantity: 0,
  ...over,
})

const delivery = line({ id: "vol_2", kind: "shipping", quantity: 1, total_minor: 150n, commission_minor: 0n })

const facts = (over: Partial<ShareFacts> = {}): ShareFacts => ({
  status: "delivered",
  is_order_canceled: false,
  charged_minor: 1150n,
  taken_minor: 0n,
  refundable_minor: 5000n,
  lines: [line(), delivery],
  ...over,
})

const pieces = (quantity: number) => ({
  items: [{ line_id: "vol_1", quantity }],
  is_shipping: false,
  amount_minor: null,
})

const amount = (amount_minor: bigint) => ({ items: [], is_shipping: false, amount_minor })

describe("planRefund", () => {
  it("gives pieces back with what was frozen on them, the odd kobo with the last", () => {
    const steps = [0, 1, 2].map((refunded_quantity) =>
      planRefund(pieces(1), facts({ lines: [line({ refunded_quantity, platform_tax_minor: 70n })] }))
    )

    expect(steps).toMatchObject([
      { amount_minor: 333n, due: { commission_minor: 33n, platform_tax_minor: 23n } },
      { amount_minor: 333n, due: { commission_minor: 33n, platform_tax_minor: 23n } },
      { amount_minor: 334n, due: { commission_minor: 34n, platform_tax_minor: 24n } },
    ])
  })

  it("gives delivery back alone, and once", () => {
    const wish = { items: [], is_shipping: true, amount_minor: null }

    expect(planRefund(wish, facts())).toMatchObject({
      amount_minor: 150n,
      lines: [{ line_id: "vol_2", quantity: 1 }],
    })
    const again = facts({ lines: [line(), { ...delivery, refunded_quantity: 1 }] })
    expect(planRefund(wish, again)).toMatchObject({ is_allowed: false, code: "refused" })
  })

  it("gives an amount back without naming goods", () => {
    expect(planRefund(amount(200n), facts())).toEqual({
      is_allowed: true,
      amount_minor: 200n,
      lines: [],
      due: NOTHING,
    })
  })

  it.each([
    ["more than is left of the share", amount(151n), { taken_minor: 1000n }, "refused"],
    ["nothing", amount(0n), {}, "refused"],
    ["less than nothing", amount(-5n), {}, "refused"],
    ["more than a payment has", amount(100n), { refundable_minor: 99n }, "refused"],
    ["of a canceled part", amount(1n), { status: "canceled" }, "refused"],
    ["of a canceled order", amount(1n), { is_order_canceled: true }, "refused"],
    ["more pieces than were sold", pieces(4), {}, "quantity"],
    [
      "goods of another shop",
      { ...pieces(1), items: [{ line_id: "vol_9", quantity: 1 }] },
      { is_order_canceled: false },
      "line",
    ],
    ["delivery as goods", { ...pieces(1), items: [{ line_id: "vol_2", quantity: 1 }] }, {}, "line"],
    ["pieces that were given back by amount", pieces(3), { taken_minor: 151n }, "refused"],
  ] as const)("refuses %s", (_, wish, over, code) => {
    expect(planRefund({ ...wish, items: [...wish.items] }, facts(over as Partial<ShareFacts>))).toMatchObject(
      {
        is_allowed: false,
        code,
      }
    )
  })

  it("gives back for a return what is left of the share, once", () => {
    const back = (quantity: number) => ({ ...pieces(quantity), is_up_to_left: true })
    const [soap, bowl] = [line({ total_minor: 1000n }), line({ id: "vol_3", total_minor: 3000n })]
    const both = { ...back(3), items: ["vol_1", "vol_3"].map((line_id) => ({ line_id, quantity: 3 })) }
    const of = { lines: [soap, bowl], charged_minor: 4000n }

    expect(planRefund(back(3), facts({ taken_minor: 100n }))).toMatchObject({ amount_minor: 1000n })
    expect(planRefund(both, facts({ ...of, taken_minor: 2000n }))).toMatchObject({
      amount_minor: 2000n,
      lines: [
        { line_id: "vol_1", amount_minor: 500n },
        { line_id: "vol_3", amount_minor: 1500n },
      ],
    })
    expect(planRefund(back(3), facts({ lines: [line({ refunded_quantity: 2 })] }))).toMatchObject({
      amount_minor: 334n,
      lines: [{ quantity: 1 }],
    })
    for (const over of [{ taken_minor: 1150n }, { lines: [line({ refunded_quantity: 3 })] }]) {
      expect(planRefund(back(3), facts(over))).toMatchObject({ is_allowed: false, code: "nothing_left" })
    }
    expect(planRefund(back(3), facts({ refundable_minor: 0n }))).toMatchObject({ code: "refused" })
  })

  it("gives back exactly the whole in whatever pieces", () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 1_000_000n),
        fc.bigInt(0n, 100_000n),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 }),
        (total_minor, commission_minor, counts) => {
          const quantity = counts.reduce((sum, count) => sum + count, 0)
          let refunded_quantity = 0
          let taken_minor = 0n
          const dues: bigint[] = []
          for (const count of counts) {
            const plan = planRefund(
              pieces(count),
              facts({
                charged_minor: total_minor,
                taken_minor,
                refundable_minor: total_minor,
                lines: [line({ total_minor, commission_minor, quantity, refunded_quantity })],
              })
            )
            refunded_quantity += count
            // A piece that is worth less than a kobo gives nothing back, and what it is worth comes with a later one.
            taken_minor += plan.is_allowed ? plan.amount_minor : 0n
            dues.push(plan.is_allowed ? plan.due.commission_minor : 0n)
          }

          expect(taken_minor).toBe(total_minor)
          expect(sumMinor(dues) <= commission_minor).toBe(true)
        }
      )
    )
  })
})

describe("faultOf", () => {
  it("is the platform's unless the reason says otherwise", () => {
    const bearers = { vendor_reasons: ["damaged" as const], buyer_reasons: ["changed_mind" as const] }

    expect(
      ["damaged" as const, "changed_mind" as const, "goodwill" as const].map((r) => faultOf(r, bearers))
    ).toEqual(["vendor", "buyer", "platform"])
  })
})

describe("requestOf", () => {
  const opened = {
    id: "vorr_1",
    stage: "opened" as const,
    amount_minor: 500n,
    withheld_minor: 20n,
    refund_key: null,
  }
  const made = { ...opened, id: "vorr_2", stage: "made" as const, refund_key: "ref_2" }

  it("knows a refund by its note, by its key, and a lost one by what the buyer gets", () => {
    const known = [made, opened]

    expect(requestOf({ keys: ["ref_2"], amount_minor: 1n, notes: [] }, known)?.id).toBe("vorr_2")
    expect(requestOf({ keys: ["x"], amount_minor: 1n, notes: [refundNote("vorr_1")] }, known)?.id).toBe(
      "vorr_1"
    )
    expect(requestOf({ keys: ["x"], amount_minor: 480n, notes: [] }, known)?.id).toBe("vorr_1")
  })

  it("takes nobody else's refund for its own", () => {
    expect(requestOf({ keys: ["x"], amount_minor: 480n, notes: [null] }, [opened])).toBeNull()
    expect(requestOf({ keys: ["x"], amount_minor: 500n, notes: [] }, [opened])).toBeNull()
    expect(requestOf({ keys: ["x"], amount_minor: 480n, notes: [] }, [made])).toBeNull()
  })
})

describe("keyOfLastTry", () => {
  const made = (...stages: RefundStage[]) =>
    stages.map((stage, index) => ({ idempotency_key: keyOfTry("return:ret_1", index + 1), stage }))
  const others = [
    { idempotency_key: "return:ret_12", stage: "refused" as const },
    { idempotency_key: "dispute:disp_1", stage: "refused" as const },
  ]
  const key = (requests: ReturnType<typeof made>, is_anew: boolean) =>
    keyOfLastTry("return:ret_1", [...others, ...requests], { is_anew })

  it.each([
    ["nothing was asked for", made(), "return:ret_1", "return:ret_1"],
    ["it is on its way", made("opened"), "return:ret_1", "return:ret_1"],
    ["it was made", made("made"), "return:ret_1", "return:ret_1"],
    ["it is tried again by itself", made("retrying"), "return:ret_1", "return:ret_1"],
    ["it was refused", made("refused"), "return:ret_1", "return:ret_1:2"],
    ["it failed for good", made("refused", "failed"), "return:ret_1:2", "return:ret_1:3"],
    ["a further one was made", made("refused", "made"), "return:ret_1:2", "return:ret_1:2"],
  ])("when %s", (_, requests, same, anew) => {
    expect([key(requests, false), key(requests, true)]).toEqual([same, anew])
  })
})

describe("what can still be given back by name", () => {
  const refunds = [
    { lines: [{ line_id: "vol_1", quantity: 1 }] },
    { lines: [] },
    {
      lines: [
        { line_id: "vol_1", quantity: 1 },
        { line_id: "vol_2", quantity: 1 },
      ],
    },
  ]

  it("is what no refund has named, of delivery all or nothing", () => {
    expect(refundedQuantity("vol_1", refunds)).toBe(2)
    expect(refundableQuantity(line({ refunded_quantity: 2 }))).toBe(1)
    expect(refundableQuantity({ ...delivery, quantity: 0 })).toBe(1)
    expect(refundableQuantity({ ...delivery, refunded_quantity: 1 })).toBe(0)
  })

  it("is never less than nothing", () => {
    expect(refundableQuantity(line({ quantity: 1, refunded_quantity: 2 }))).toBe(0)
  })
})
