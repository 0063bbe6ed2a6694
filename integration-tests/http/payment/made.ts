import type { PaymentSuite } from "./suite"

export function describePaid(suite: PaymentSuite): void {
  describe("A payment that was made", () => {
    it("becomes one order when the shopper completes the cart, and the same one later", async () => {
      const { cart_id, session } = await suite.bench.paidCart()

      const first = await suite.bench.complete(cart_id)
      const later = await suite.bench.complete(cart_id)

      expect([first.status, first.body.type]).toEqual([200, "order"])
      expect(later.body.order?.id).toBe(first.body.order?.id)
      await suite.expectOneOrder(first.body.order?.id)
      const fee = suite.bench.feeOf(session)
      expect(await suite.bench.books.balance("gateway_fees")).toBe(fee)
      expect(await suite.bench.books.balance("gateway_clearing")).toBe(
        BigInt(suite.bench.paidAt(session)) - fee
      )
    })

    it("becomes one order by the webhook when the shopper never comes back", async () => {
      suite.bench.tellServer()
      const { cart_id } = await suite.bench.paidCart()

      await suite.bench.eventually(async () =>
        expect(await suite.bench.outcomes()).toEqual([`${suite.tested.events.paid} ordered`])
      )

      const [orderId] = await suite.bench.orderIds()
      await suite.expectOneOrder(orderId)
      expect((await suite.bench.complete(cart_id)).body.order?.id).toBe(orderId)
    })

    it("is completed once whether its event is duplicated, late or out of order", async () => {
      suite.bench.tellServer()
      suite.tested.control.fault({ on: "webhook", kind: "reorder" })
      suite.tested.control.fault({ on: "webhook", kind: "duplicate" })
      const first = await suite.bench.paidCart()
      const second = await suite.bench.paidCart()
      await suite.bench.eventually(async () => expect(await suite.bench.orderIds()).toHaveLength(2))
      suite.tested.control.fault({ on: "webhook", kind: "delay", ms: 500 })
      const third = await suite.bench.paidCart()
      await suite.bench.complete(third.cart_id)
      for (const { session } of [first, second, third]) {
        suite.tested.control.redeliver(session.data.reference)
      }

      await suite.bench.eventually(async () =>
        expect(await suite.bench.outcomes()).toEqual(Array(3).fill(`${suite.tested.events.paid} ordered`))
      )

      await suite.bench.eventually(() =>
        expect(suite.tested.control.deliveries().every(({ delivered }) => delivered)).toBe(true)
      )
      expect(await suite.bench.orderIds()).toHaveLength(3)
      expect(await suite.bench.books.kinds()).toEqual([...Array(3).fill("receipt"), ...Array(3).fill("sale")])
      expect(suite.tested.refunds()).toEqual([])
    })
  })
}

export function describeRaces(suite: PaymentSuite): void {
  describe("A payment whose completion and event meet, or whose event never comes", () => {
    it("becomes one order when route, route and webhook come at once", async () => {
      suite.bench.tellServer()
      const { cart_id } = await suite.bench.paidCart()

      const answers = await Promise.all([suite.bench.complete(cart_id), suite.bench.complete(cart_id)])
      await suite.bench.eventually(async () =>
        expect(await suite.bench.outcomes()).toEqual([`${suite.tested.events.paid} ordered`])
      )

      const { body } = await suite.bench.complete(cart_id)
      for (const answer of answers) {
        expect([
          [200, body.order?.id],
          [409, "checkout_in_progress"],
        ]).toContainEqual([answer.status, answer.body.order?.id ?? answer.body.code])
      }
      await suite.expectOneOrder(body.order?.id)
    })

    it("is not taken for a second one when its event comes in the middle of the completion", async () => {
      const { cart_id, session } = await suite.bench.paidCart()
      // The completion has its order by now, and asks again in a second whether it is paid.
      suite.tested.control.fault({ on: suite.tested.calls.verify, kind: "429" })
      const completing = suite.bench.complete(cart_id)
      await suite.bench.eventually(() =>
        expect(suite.tested.control.calls().some(({ call }) => call.startsWith("GET /transaction"))).toBe(
          true
        )
      )
      suite.bench.tellServer()
      suite.tested.control.redeliver(session.data.reference)

      const { body } = await completing
      await suite.bench.eventually(async () =>
        expect(await suite.bench.outcomes()).toEqual([`${suite.tested.events.paid} ordered`])
      )

      await suite.expectOneOrder(body.order?.id)
    })

    it("is found by reconciliation when its event is lost", async () => {
      suite.bench.tellServer()
      suite.tested.control.fault({ on: "webhook", kind: "drop" })
      await suite.bench.paidCart()

      await suite.bench.reconcile()
      await suite.bench.reconcile()

      expect(await suite.bench.outcomes()).toEqual([])
      await suite.expectOneOrder((await suite.bench.orderIds())[0])
    })
  })
}
