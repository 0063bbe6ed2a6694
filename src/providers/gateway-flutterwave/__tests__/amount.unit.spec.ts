import fc from "fast-check"
import { decimalDigits } from "../../../lib/money"
import { feeFromMajorText, fromMajorText, toMajorText } from "../amount"

const CURRENCIES = ["ngn", "ghs", "kes", "zar", "usd", "xof", "xaf", "ugx", "rwf", "tzs", "zmw"]

describe("toMajorText", () => {
  it.each([
    [435n, "ngn", "4.35"],
    [435050n, "ngn", "4350.5"],
    [1n, "NGN", "0.01"],
    [1250n, "xof", "1250"],
    [9007199254740993n, "ngn", "90071992547409.93"],
    [1250n, "kwd", "1.25"],
  ])("%s minor units of %s are %s", (minor, currency, text) => {
    expect(toMajorText(minor, currency)).toBe(text)
  })

  it("refuses thousandths, which Flutterwave cannot express", () => {
    expect(() => toMajorText(1251n, "kwd")).toThrow("cannot express")
  })

  it("writes plain decimals that come back unchanged, however large", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 18n }),
        fc.constantFrom(...CURRENCIES),
        (minor, currency) => {
          const text = toMajorText(minor, currency)
          expect(text).toMatch(/^\d+(\.\d{1,2})?$/)
          expect(fromMajorText(text, currency)).toBe(minor)
        }
      )
    )
  })

  it("has the digits of the minor units and the point where the currency says, by text alone", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 18n }),
        fc.constantFrom(...CURRENCIES),
        (minor, currency) => {
          const [whole = "", part = ""] = toMajorText(minor, currency).split(".")
          expect(BigInt(whole + part.padEnd(decimalDigits(currency), "0"))).toBe(minor)
        }
      )
    )
  })
})

describe("fromMajorText", () => {
  it.each([
    ["7500", "ngn", 750000n],
    ["4350.35", "ngn", 435035n],
    ["4350.350000000000001", "ngn", 435035n],
    ["1034.1000000000001", "ngn", 103410n],
    ["12.345", "ngn", null],
    ["12.5", "xof", null],
    ["12.0", "xof", 12n],
  ])("%s %s is %s", (text, currency, minor) => {
    expect(fromMajorText(text, currency)).toBe(minor)
  })
})

describe("feeFromMajorText", () => {
  it.each([
    ["1.4", "ngn", 140n],
    ["1.401", "ngn", 141n],
    ["17.5", "xof", 18n],
    ["0", "ngn", 0n],
  ])("rounds up: %s %s is %s", (text, currency, minor) => {
    expect(feeFromMajorText(text, currency)).toBe(minor)
  })
})
