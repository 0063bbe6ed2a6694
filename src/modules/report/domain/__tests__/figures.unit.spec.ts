import fc from "fast-check"
import { addSums, averageOrderOf, changeOf, NOTHING, netSalesOf, type Sums, totalSalesOf } from "../figures"

const sums = (over: Partial<Sums>): Sums => ({ ...NOTHING, ...over })

describe("figures", () => {
  it("takes what is off the goods out of the net, and adds delivery and tax to the total", () => {
    const sold = sums({ gross_minor: 10_000n, discount_minor: 1500n, shipping_minor: 700n, tax_minor: 690n })

    expect([netSalesOf(sold), totalSalesOf(sold)]).toEqual([8500n, 9890n])
  })

  it.each([
    [1000n, 3, 333n],
    [1001n, 2, 501n],
    [-1001n, 2, -500n],
    [5n, 0, null],
  ])("of %s in %s orders each has %s", (gross_minor, orders, expected) => {
    expect(averageOrderOf(sums({ gross_minor, orders }))).toBe(expected)
  })

  it.each([
    [150n, 100n, 5000],
    [50, 100, -5000],
    [100n, 300n, -6667],
    [200, 300, -3333],
    [1.5, 1, 5000],
    [10n, -10n, 20_000],
    [0, 0, null],
    [7n, 0n, null],
    [null, 7n, null],
    [7n, null, null],
  ])("%s after %s has changed by %s", (now, before, expected) => {
    expect(changeOf(now, before)).toBe(expected)
  })

  it("adds each figure by itself", () => {
    const any = fc
      .record({ gross_minor: fc.bigInt(), refunded_minor: fc.bigInt(), orders: fc.nat() })
      .map(sums)
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(addSums([one, other])).toEqual({
          ...NOTHING,
          gross_minor: one.gross_minor + other.gross_minor,
          refunded_minor: one.refunded_minor + other.refunded_minor,
          orders: one.orders + other.orders,
        })
      })
    )
    expect(addSums([])).toEqual(NOTHING)
  })
})
