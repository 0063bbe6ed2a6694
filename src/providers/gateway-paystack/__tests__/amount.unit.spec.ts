import fc from "fast-check"
import { feeFromSubunits, fromSubunits, toSubunits } from "../amount"

describe("toSubunits", () => {
  it.each([
    [1250n, "ngn", 1250],
    [1250n, "xof", 125000],
    [1n, "XOF", 100],
    [1250n, "kwd", 125],
  ])("%s minor units of %s are %s subunits", (minor, currency, subunits) => {
    expect(toSubunits(minor, currency)).toBe(subunits)
  })

  it.each([
    [1251n, "kwd"],
    [10n ** 17n, "ngn"],
  ])("refuses %s minor units of %s, which Paystack cannot express", (minor, currency) => {
    expect(() => toSubunits(minor, currency)).toThrow("cannot express")
  })

  it("comes back unchanged", () => {
    const currencies = fc.constantFrom("ngn", "ghs", "kes", "zar", "usd", "xof")
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), currencies, (minor, currency) => {
        expect(fromSubunits(BigInt(toSubunits(minor, currency)), currency)).toBe(minor)
      })
    )
  })
})

describe("fromSubunits", () => {
  it("knows no part of a franc", () => {
    expect([fromSubunits(150n, "xof"), fromSubunits(200n, "xof")]).toEqual([null, 2n])
  })
})

describe("feeFromSubunits", () => {
  it("rounds a part of a franc up", () => {
    expect([150n, 200n, 201n].map((fee) => feeFromSubunits(fee, "xof"))).toEqual([2n, 2n, 3n])
  })
})
