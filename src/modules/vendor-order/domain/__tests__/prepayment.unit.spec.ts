import fc from "fast-check"
import {
  decidePrepayment,
  isPrepayable,
  type PrepaymentFacts,
  prepaidVendorOrder,
  prepaySession,
} from "../prepayment"

const DUE = { amount_minor: 8_223_750n, currency_code: "ngn" }

const paid = (over: Partial<PrepaymentFacts> = {}): PrepaymentFacts => ({
  state: "due",
  status: "shipped",
  is_canceled: false,
  charge: { state: "success", ...DUE },
  reference: "mkt-1",
  is_superseded: false,
  due: DUE,
  prepaid_reference: null,
  refund: "none",
  ...over,
})

const charge = (over: Partial<PrepaymentFacts["charge"]>) => ({
  charge: { state: "success" as const, ...DUE, ...over },
})

describe("decidePrepayment", () => {
  it.each([
    ["exactly what is due", {}, { do: "prepay" }],
    ["before it is sent", { status: "pending" }, { do: "prepay" }],
    ["one that is on its way", charge({ state: "pending" }), { do: "wait" }],
    ["one that failed", charge({ state: "failed" }), { do: "nothing", why: "not_paid" }],
    ["a reversed one", charge({ state: "reversed" }), { do: "nothing", why: "not_paid" }],
    [
      "a reversed one that had paid it",
      { state: "prepaid", prepaid_reference: "mkt-1", ...charge({ state: "reversed" }) },
      { do: "nothing", why: "prepaid" },
    ],
    ["too little", charge({ amount_minor: 8_223_749n }), { do: "refund", reason: "amount_mismatch" }],
    ["too much", charge({ amount_minor: 8_223_751n }), { do: "refund", reason: "amount_mismatch" }],
    ["another currency", charge({ currency_code: "usd" }), { do: "refund", reason: "amount_mismatch" }],
    ["an older link", { is_superseded: true }, { do: "refund", reason: "superseded" }],
    ["what the courier has collected", { state: "collected" }, { do: "refund", reason: "paid_twice" }],
    ["what was refused", { state: "refused", status: "returned" }, { do: "refund", reason: "not_due" }],
    ["what is being called off", { is_canceled: true }, { do: "refund", reason: "not_due" }],
    ["what was called off", { state: "canceled", status: "canceled" }, { do: "refund", reason: "not_due" }],
    ["what is not paid at the door", { state: null }, { do: "refund", reason: "not_due" }],
    [
      "what another payment has paid",
      { state: "prepaid", prepaid_reference: "mkt-2" },
      { do: "refund", reason: "paid_twice" },
    ],
    [
      "what it has paid itself, whatever came after",
      { state: "prepaid", prepaid_reference: "mkt-1", refund: "made", is_canceled: true },
      { do: "nothing", why: "prepaid" },
    ],
    ["one that went back", { refund: "made" }, { do: "nothing", why: "refunded" }],
    ["one that may have gone back", { refund: "uncertain" }, { do: "wait" }],
  ] as [string, Partial<PrepaymentFacts>, object][])("of %s", (_, over, decision) => {
    expect(decidePrepayment(paid(over))).toEqual(decision)
  })

  const REFERENCES = ["mkt-1", "mkt-2", "mkt-3"] as const
  type Reference = (typeof REFERENCES)[number]
  type Event = Reference | "collect" | "refuse" | "call_off"

  const event = fc.constantFrom<Event>(...REFERENCES, "collect", "refuse", "call_off")
  /** By how much each payment differs from what is due. */
  const offs = fc.record<Record<Reference, number>>({
    "mkt-1": fc.integer({ min: -1, max: 1 }),
    "mkt-2": fc.integer({ min: -1, max: 1 }),
    "mkt-3": fc.constant(0),
  })

  type Standing = Pick<PrepaymentFacts, "state" | "is_canceled" | "prepaid_reference">

  /** A vendor order at the door with three links that are paid, of which the second was replaced by the third. */
  function aDoor(offBy: Record<Reference, number>) {
    const now: Standing = { state: "due", is_canceled: false, prepaid_reference: null }
    const back = new Set<Reference>()
    const ends: Record<Exclude<Event, Reference>, Partial<Standing>> = {
      collect: { state: "collected" },
      refuse: { state: "refused" },
      call_off: { is_canceled: true },
    }
    const settle = (reference: Reference) => {
      const decision = decidePrepayment(
        paid({
          ...now,
          ...charge({ amount_minor: DUE.amount_minor + BigInt(offBy[reference]) }),
          reference,
          is_superseded: reference === "mkt-2",
          refund: back.has(reference) ? "made" : "none",
        })
      )
      if (decision.do === "prepay") {
        Object.assign(now, { state: "prepaid", prepaid_reference: reference })
      }
      if (decision.do === "refund") {
        back.add(reference)
      }
    }
    const happen = (each: Event) => {
      if (each === "mkt-1" || each === "mkt-2" || each === "mkt-3") {
        settle(each)
      } else if (isPrepayable({ ...now, status: "shipped" })) {
        Object.assign(now, ends[each])
      }
    }

    return { now, happen, kept: () => REFERENCES.filter((reference) => !back.has(reference)) }
  }

  it("lets the buyer pay once, in whatever order it is collected, refused, called off and paid", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), offs, (events, offBy) => {
        const { now, happen, kept } = aDoor(offBy)
        // What comes late, and what is told again.
        for (const each of [...events, ...REFERENCES, REFERENCES[0]]) {
          happen(each)
        }

        expect(kept()).toEqual(now.prepaid_reference ? [now.prepaid_reference] : [])
        expect(now.prepaid_reference !== null).toBe(now.state === "prepaid")
        expect(kept().every((reference) => offBy[reference] === 0 && reference !== "mkt-2")).toBe(true)
        // An exact payment was there, so it is due no more unless it was called off.
        expect(now.state === "due" && !now.is_canceled).toBe(false)
      }),
      { numRuns: 2000 }
    )
  })
})

it("knows a payment for a vendor order by its session", () => {
  expect(prepaidVendorOrder(prepaySession("vord_1"))).toBe("vord_1")
  expect(prepaidVendorOrder("payses_1")).toBeNull()
})
