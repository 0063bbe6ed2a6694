import type { PaymentSuite } from "./suite"

export function describeDeclined(suite: PaymentSuite): void {
  describe("A card that was declined", () => {
    it("does not complete the cart; the same method works on the second try", async () => {
      const cartId = await suite.bench.readyCart()
      const declined = await suite.bench.startHosted(cartId)
      await suite.bench.press(declined, "decline")

      const refused = await suite.bench.complete(cartId)
      const session = await suite.bench.startHosted(cartId)
      await suite.bench.press(session)

      expect([refused.status, refused.body.type, refused.body.error?.code]).toEqual([
        200,
        "cart",
        "payment_not_paid",
      ])
      expect(session.data.reference).not.toBe(declined.data.reference)
      await suite.expectOneOrder((await suite.bench.complete(cartId)).body.order?.id)
    })
  })
}

/** For gateways whose pages stay payable. */
export function describeOldPages(suite: PaymentSuite): void {
  describe("A page that stays open after its card was declined", () => {
    it("leaves the cart to another method; a late success on the old link goes back once", async () => {
      suite.bench.tellServer()
      const cartId = await suite.bench.readyCart()
      const old = await suite.bench.startHosted(cartId)
      await suite.bench.press(old, "decline")
      await suite.shopper.startedSession(cartId, "pp_system_default")

      const { body } = await suite.bench.complete(cartId)
      await suite.bench.press(old)
      await suite.bench.eventually(async () =>
        expect(await suite.bench.outcomes()).toEqual([
          "charge.success refunded",
          "refund.processed refunds_followed",
        ])
      )
      suite.tested.control.redeliver(old.data.reference)
      await suite.bench.reconcile()

      expect(body.type).toBe("order")
      expect(suite.bench.refundsOf(old)).toEqual([suite.bench.paidAt(old)])
      expect(await suite.bench.orderIds()).toEqual([body.order?.id])
      expect(await suite.bench.books.kinds()).toContain("refund")
      expect(await suite.bench.notices()).toEqual(["A payment could not become an order"])
    })
  })
}
