import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import {
  allocate,
  exactMinorUnits,
  percentOf,
  roundTogether,
  sayAmount,
  splitTogether,
  sumMinor,
  toMajorUnits,
  toMinorUnits,
} from "../money"

type Exact = ReturnType<typeof MathBN.convert>

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

describe("sayAmount", () => {
  it("says an amount in major units of its currency", () => {
    expect([sayAmount(1250n, "ngn"), sayAmount(1500n, "xof")]).toEqual(["12.5 NGN", "1500 XOF"])
  })
})

describe("toMajorUnits", () => {
  it.each([
    [1250n, "ngn", "12.5"],
    [-5n, "ngn", "-0.05"],
    [-100n, "ngn", "-1"],
    [0n, "ngn", "0"],
    [1500n, "xof", "1500"],
    [1n, "kwd", "0.001"],
    [12_345_678_901_234_567_890n, "usd", "123456789012345678.9"],
  ])("%s %s is %s", (minor, currency, expected) => {
    expect(toMajorUnits(minor, currency)).toBe(expected)
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

const minor = (amounts: (string | number)[]) => amounts.map((amount) => MathBN.convert(amount))
const sumExact = (amounts: Exact[]) => amounts.reduce((sum, amount) => sum.plus(amount), MathBN.convert(0))
const halfUp = (amount: Exact) => BigInt(amount.decimalPlaces(0, 4).toFixed(0))
const isWithinOne = (part: bigint, amount: Exact) => amount.minus(part.toString()).abs().lt(1)

const anyExact = fc.integer({ min: -(10 ** 6), max: 10 ** 9 }).map((units) => MathBN.div(units, 1000))

describe("exactMinorUnits", () => {
  it("takes what a division left behind for what it was", () => {
    expect(exactMinorUnits("33.666666666666666667", "ngn").toFixed()).toBe("3366.6666666667")
    expect(exactMinorUnits("0.99999999999999999999", "ngn").toFixed()).toBe("100")
  })
})

describe("roundTogether", () => {
  it("rounds the sum once and gives the units to the largest fractions", () => {
    expect(roundTogether(minor([100.5, 100.5, 100.4]))).toEqual([101n, 100n, 100n])
  })

  it("keeps every part within one unit of its exact value and adds up to the rounded sum", () => {
    fc.assert(
      fc.property(fc.array(anyExact, { maxLength: 40 }), (amounts) => {
        const parts = roundTogether(amounts)

        expect(sumMinor(parts)).toBe(halfUp(sumExact(amounts)))
        expect(parts.every((part, index) => isWithinOne(part, amounts[index]!))).toBe(true)
      })
    )
  })
})

describe("splitTogether", () => {
  it("leaves an amount without a fraction as it is and gives the unit to the other", () => {
    const { first, second } = splitTogether([11n, 10n], minor([10, 9.5]), minor([0.6, 0.6]))

    expect([first, second]).toEqual([
      [10n, 10n],
      [1n, 0n],
    ])
  })

  it("lets the firsts add up to their own sum where there is a choice", () => {
    const { first, second } = splitTogether(
      [1n, 1n, 1n, 1n],
      minor([0.5, 0.5, 0.5, 0.5]),
      minor([0.5, 0.5, 0.5, 0.5])
    )

    expect([sumMinor(first), sumMinor(second)]).toEqual([2n, 2n])
  })

  it("refuses a whole that is not the rounded sum", () => {
    expect(() => splitTogether([3n], minor([1]), minor([1]))).toThrow(RangeError)
    expect(() => splitTogether([4n], minor([1.5]), minor([1]))).toThrow(RangeError)
    expect(() => splitTogether([1n], minor([1]), minor([1]))).toThrow(RangeError)
  })

  it("adds up in every row, changes no part by a unit, and no whole part at all", () => {
    const row = fc.tuple(anyExact, fc.oneof(anyExact, fc.constant(MathBN.convert(0))))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const [left, right] = [rows.map(([amount]) => amount), rows.map(([, amount]) => amount)]
        const wholes = roundTogether(rows.map(([a, b]) => a.plus(b)))
        const { first, second } = splitTogether(wholes, left, right)

        wholes.forEach((whole, index) => {
          expect(first[index]! + second[index]!).toBe(whole)
          expect(isWithinOne(first[index]!, left[index]!)).toBe(true)
          expect(isWithinOne(second[index]!, right[index]!)).toBe(true)
        })
      })
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
