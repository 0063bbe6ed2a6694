import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { allocate, percentOf, roundTogether, sumMinor, toMajorUnits, toMinorUnits } from "../money"

describe("toMinorUnits", () => {
  it.each([
    [12.5, "ngn", 1250n],
    ["2148.925", "ngn", 214893n],
    [1200, "jpy", 1200n],
    ["0.1", "usd", 10n],
    ["1500", "xof", 1500n],
    ["9007199254740993.01", "ngn", 900719925474099301n],
  ])("%s %s is %s minor units", (amount, currency, expected) => {
    expect(toMinorUnits(amount, currency)).toBe(expected)
  })

  it("comes back from major units unchanged", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 18n }),
        fc.constantFrom("ngn", "xof", "kwd"),
        (minor, currency) => {
          expect(toMinorUnits(toMajorUnits(minor, currency), currency)).toBe(minor)
        }
      )
    )
  })
})

describe("allocate", () => {
  it("gives the odd unit to the first of equal shares", () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
  })

  it("is Hamilton's method: 10 by 6:6:2 is 4, 4, 2", () => {
    expect(allocate(10n, [6n, 6n, 2n])).toEqual([4n, 4n, 2n])
  })

  it("refuses weights that say nothing", () => {
    expect(() => allocate(1n, [0n])).toThrow(RangeError)
    expect(() => allocate(1n, [])).toThrow(RangeError)
    expect(() => allocate(-1n, [1n])).toThrow(RangeError)
  })

  it("never loses or invents a unit", () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 50 })
      .filter((shares) => sumMinor(shares) > 0n)
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), weights, (total, shares) => {
        const parts = allocate(total, shares)
        expect(sumMinor(parts)).toBe(total)
        expect(parts.every((part, index) => part >= 0n && (shares[index] !== 0n || part === 0n))).toBe(true)
      })
    )
  })
})

describe("roundTogether", () => {
  it("rounds the sum once and gives the units to the largest fractions", () => {
    expect(roundTogether(["1.005", "1.005", "1.004"], "ngn")).toEqual({
      parts: [101n, 100n, 100n],
      total: 301n,
    })
  })

  it("keeps every part within one unit of its exact value and adds up to the rounded sum", () => {
    const amount = fc.integer({ min: 0, max: 10 ** 9 }).map((units) => MathBN.div(units, 100_000).toFixed())
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 40 }),
        fc.constantFrom("ngn", "xof", "kwd"),
        (amounts, currency) => {
          const { parts, total } = roundTogether(amounts, currency)
          const exact = amounts.reduce((acc, value) => MathBN.add(acc, value), MathBN.convert(0))

          expect(sumMinor(parts)).toBe(total)
          expect(total).toBe(toMinorUnits(exact, currency))
          parts.forEach((part, index) => {
            const drift = MathBN.sub(toMajorUnits(part, currency), amounts[index]!).abs()
            expect(MathBN.lt(drift, toMajorUnits(1n, currency))).toBe(true)
          })
        }
      )
    )
  })
})

describe("percentOf", () => {
  it.each([
    [1000n, 1000, 100n],
    [999n, 850, 85n],
    [5n, 1000, 1n],
    [4n, 1000, 0n],
    [0n, 1000, 0n],
  ])("%s at %s bps is %s", (amount, rate, expected) => {
    expect(percentOf(amount, rate)).toBe(expected)
  })
})
