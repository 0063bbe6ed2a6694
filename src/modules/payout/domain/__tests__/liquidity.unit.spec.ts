import fc from "fast-check"
import { Liquidity } from "../liquidity"

it("takes the oldest that fit, and tells what is lacking for the others", () => {
  const rail = new Liquidity(100n)
  expect([70n, 50n, 30n, 1n].map((amount) => rail.take(amount))).toEqual([true, false, true, false])
  expect([rail.waiting_count, rail.short_minor]).toEqual([2, 51n])
})

it("lets everything go where the rail cannot be asked", () => {
  const rail = new Liquidity(null)
  expect(rail.take(10n ** 18n)).toBe(true)
  expect(rail.short_minor).toBe(0n)
})

it("never takes more than there is, and once what is lacking is put on, everything fits", () => {
  const amount = fc.bigInt({ min: 1n, max: 10n ** 9n })
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 10n }), fc.array(amount), (balance, payouts) => {
      const rail = new Liquidity(balance)
      const taken = payouts.filter((one) => rail.take(one))
      expect(taken.reduce((sum, one) => sum + one, 0n) <= balance).toBe(true)
      const after = new Liquidity(balance + rail.short_minor)
      expect(payouts.every((one) => after.take(one))).toBe(true)
    })
  )
})
