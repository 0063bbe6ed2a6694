import type { RefundSuite } from "./suite"

export function describeLostCarts(suite: RefundSuite): void {
  describe("Money that cannot become an order", () => {
    it("goes back once when the buyer paid in two tabs; the cart becomes one order", async () => {
      suite.bench.tellServer()
      const cartId = await suite.bench.readyCart()
      const first = await suite.bench.startHosted(cartId)
      await suite.tested.setOff(first)
      const second = await suite.bench.startHosted(cartId)

      await Promise.all([suite.tested.arrive(first), suite.bench.press(second)])
      const { body } = await suite.bench.complete(cartId)
      const events = suite.tested.events.refunded ? 3 : 2
      await suite.bench.eventually(async () => expect(await suite.bench.outcomes()).toHaveLength(events))

      await suite.expectGivenBackOnce(first)
      expect(suite.bench.refundsOf(second)).toEqual([])
      expect(await suite.bench.orderIds()).toEqual([body.order?.id])
      expect(await suite.bench.books.kinds()).toEqual(["receipt", "receipt", "refund", "sale"])
      expect(await suite.bench.books.balance("unallocated")).toBe(0n)
    })

    it("goes back when the cart changed after the link was opened; the new total is paid anew", async () => {
      const cartId = await suite.bench.readyCart()
      const old = await suite.bench.startHosted(cartId)
      await suite.tested.setOff(old)
      await suite.shopper.addItem(cartId, suite.market.vendors[0]!.products[0]!.variant_id)
      await suite.tested.arrive(old)

      const refused = await suite.bench.complete(cartId)
      await suite.bench.reconcile()

      expect([refused.status, refused.body.code]).toEqual([400, "payment_session_missing"])
      expect(await suite.bench.orderIds()).toEqual([])
      expect(await suite.bench.books.kinds()).toEqual(["receipt", "refund"])
      const session = await suite.bench.startHosted(cartId)
      await suite.bench.press(session)
      const { body } = await suite.bench.complete(cartId)
      expect(suite.bench.paidAt(session)).toBeGreaterThan(suite.bench.paidAt(old))
      expect(suite.bench.paidAt(session)).toBe(Math.round(body.order!.total * 100))
      await suite.expectGivenBackOnce(old)
      expect(suite.bench.refundsOf(session)).toEqual([])
    })
  })
}

export function describeWrongPayments(suite: RefundSuite): void {
  describe("Money that is not what was asked for", () => {
    it.each([
      ["amount", { kind: "wrong_amount", amount: 100 }, "ngn"],
      ["currency", { kind: "wrong_currency", currency: "GHS" }, "ghs"],
    ] as const)(
      "goes back when another %s was paid; the cart does not complete",
      async (_, fault, paidIn) => {
        const cartId = await suite.bench.readyCart()
        const session = await suite.bench.startHosted(cartId)
        suite.tested.control.fault({ on: "pay", ...fault })
        await suite.bench.press(session)

        const { status, body } = await suite.bench.complete(cartId)
        expect([status, body.type, body.error?.code]).toEqual([200, "cart", "payment_mismatch"])
        await suite.expectGivenBackOnce(session)

        expect(await suite.bench.orderIds()).toEqual([])
        expect(await suite.bench.books.kinds()).toEqual(["receipt", "refund"])
        expect(await suite.bench.books.balance("unallocated", undefined, paidIn)).toBe(0n)
        expect((await suite.bench.complete(cartId)).body.error?.code).toBe("payment_mismatch")
        const again = await suite.bench.startHosted(cartId)
        await suite.bench.press(again)
        expect((await suite.bench.complete(cartId)).body.type).toBe("order")
      }
    )
  })
}
