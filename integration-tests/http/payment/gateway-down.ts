import type { PaymentSuite } from "./suite"

export function describeGatewayDown(suite: PaymentSuite): void {
  describe("A gateway that cannot be asked", () => {
    it.each([
      ["fails", [{ kind: "5xx_before_commit", times: 3 }]],
      ["limits the rate", [{ kind: "429", times: 3 }]],
      ["does not answer, then fails", [{ kind: "timeout" }, { kind: "5xx_before_commit", times: 2 }]],
    ] as const)("leaves nothing half done when it %s, and a later completion works", async (_, faults) => {
      const { cart_id } = await suite.bench.paidCart()
      for (const fault of faults) {
        suite.tested.control.fault({ on: suite.tested.calls.verify, ...fault })
      }

      const { status, body } = await suite.bench.complete(cart_id)

      expect([status, body.type, body.error?.code]).toEqual([200, "cart", "payment_gateway_unreachable"])
      expect(body.cart?.id).toBe(cart_id)
      expect(await suite.bench.orderIds()).toEqual([])
      expect(await suite.bench.books.kinds()).toEqual([])
      await suite.expectOneOrder((await suite.bench.complete(cart_id)).body.order?.id)
    })

    it("does not start a payment, says so, and the next try opens another transaction", async () => {
      const cartId = await suite.bench.readyCart()
      suite.tested.control.fault({ on: suite.tested.calls.open, kind: "5xx_after_commit" })

      const { status, body } = await suite.shopper.startPayment(cartId, suite.tested.provider_id)
      const session = await suite.bench.startHosted(cartId)

      expect([status, body.code]).toEqual([422, "payment_gateway_unreachable"])
      const [lost] = suite.tested.references()
      expect(session.data.reference).not.toBe(lost)
      await suite.bench.press(session)
      await suite.expectOneOrder((await suite.bench.complete(cartId)).body.order?.id)
    })
  })
}
