import fc from "fast-check"
import { causeOf, causeOfCancellation, gravest, type Problem } from "../cause"

const KINDS = ["return", "case", "chargeback", "door"] as const
const REASONS = [
  "not_as_described",
  "wrong_item",
  "missing_item",
  "refund_missing",
  "damaged",
  "not_received",
  "late",
  "changed_mind",
  "no_money",
  "other",
  "fraud",
]

const problem = fc.record({ kind: fc.constantFrom(...KINDS), reason: fc.constantFrom(...REASONS) })

describe("causeOf", () => {
  it.each([
    ["return", "not_as_described", "vendor", "vendor"],
    ["return", "wrong_item", "vendor", "vendor"],
    ["return", "changed_mind", "buyer", "buyer"],
    ["return", "other", "buyer", "buyer"],
    ["return", "damaged", "courier", "vendor"],
    ["case", "not_received", "courier", "vendor"],
    ["case", "missing_item", "vendor", "vendor"],
    ["case", "other", "vendor", "vendor"],
    ["chargeback", "fraudulent", "platform", "platform"],
    ["chargeback", "Fraud - card absent", "platform", "platform"],
    ["chargeback", "product not as advertised", "vendor", "vendor"],
    ["door", "no_money", "buyer", "buyer"],
    ["door", "late", "courier", "vendor"],
    ["door", "wrong_item", "vendor", "vendor"],
  ] as const)("%s because of %s: %s with a courier, %s without", (kind, reason, courier, own) => {
    expect(causeOf({ kind, reason }, true)).toBe(courier)
    expect(causeOf({ kind, reason }, false)).toBe(own)
  })

  it("never puts on the shop what it does not with its own parcels, when a courier had the goods", () => {
    fc.assert(
      fc.property(problem, (one) => {
        const [courier, own] = [causeOf(one, true), causeOf(one, false)]
        expect(courier === own || (courier === "courier" && own === "vendor")).toBe(true)
      })
    )
  })
})

describe("gravest", () => {
  it("finds the shop's own fault among others, whatever came first", () => {
    fc.assert(
      fc.property(fc.array(problem, { maxLength: 6 }), fc.boolean(), (problems, isWithCourier) => {
        const causes = problems.map((one) => causeOf(one, isWithCourier))
        const found = gravest(problems, isWithCourier)

        expect(found === null).toBe(problems.length === 0)
        expect(found?.cause === "vendor").toBe(causes.includes("vendor"))
        expect(found?.cause).toBe(gravest(problems.toReversed(), isWithCourier)?.cause)
      })
    )
  })

  it("is of the courier before it is the buyer's", () => {
    const both: Problem[] = [
      { kind: "return", reason: "changed_mind" },
      { kind: "return", reason: "damaged" },
    ]
    expect(gravest(both, true)).toEqual({ problem: both[1], cause: "courier" })
  })
})

describe("causeOfCancellation", () => {
  it.each([
    ["vendor", "vendor"],
    ["clock", "vendor"],
    ["buyer", "buyer"],
    ["staff", "platform"],
    [null, "platform"],
  ] as const)("by %s is of the %s", (by, cause) => {
    expect(causeOfCancellation(by)).toBe(cause)
  })
})
