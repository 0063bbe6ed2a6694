import fc from "fast-check"
import { whyNotBeside } from "../beside-chargebacks"

const facts = {
  amount_minor: 100n,
  part_left_minor: 100n,
  order_left_minor: 300n,
  charged_back_minor: 200n,
}

it.each([
  ["fits beside what was taken of other parts", {}, null],
  ["is of a part of which some was taken", { part_left_minor: 99n }, "99 minor units"],
  [
    "was on its way when the bank took the same",
    { order_left_minor: 100n, charged_back_minor: 100n },
    "0 minor",
  ],
  ["finds less left of the order than of the part", { charged_back_minor: 201n }, "99 minor units"],
  ["is of an order of which more was taken than there is left", { charged_back_minor: 400n }, "0 minor"],
  ["is of an order of which no bank took anything", { charged_back_minor: 0n, part_left_minor: 0n }, null],
] as const)("a refund that %s", (_, over, expected) => {
  const why = whyNotBeside({ ...facts, ...over })
  expect(why).toEqual(expected === null ? null : expect.stringContaining(expected))
})

const amount = fc.bigInt({ min: 0n, max: 10_000n })

it("never lets a buyer have more than was paid, whatever went back before", () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, (paid, refunded, taken, asked) => {
      const order_left_minor = paid - (refunded < paid ? refunded : paid)
      const why = whyNotBeside({
        amount_minor: asked,
        part_left_minor: order_left_minor,
        order_left_minor,
        charged_back_minor: taken,
      })
      if (taken > 0n && why === null) {
        expect(paid - order_left_minor + taken + asked).toBeLessThanOrEqual(paid)
      }
    })
  )
})
