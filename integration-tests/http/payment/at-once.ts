import { Modules } from "@medusajs/framework/utils"
import type { SessionBody } from "../../helpers/shopper"
import type { PaymentSuite } from "./suite"

export function describeAtOnce(suite: PaymentSuite): void {
  describe("Requests about one cart at the same moment", () => {
    it("that start its payment leave one session, which completes the cart", async () => {
      const cartId = await suite.bench.readyCart()

      const collection = await suite.bench.collectionOf(cartId)

      const started = await Promise.all(
        [1, 2, 3].map(() => suite.bench.openSession(collection, { provider_id: suite.tested.provider_id }))
      )

      expect(started.map(({ status }) => status)).toEqual([200, 200, 200])
      const sessions = await suite.container.resolve(Modules.PAYMENT).listPaymentSessions({})
      expect(sessions).toHaveLength(1)
      await suite.bench.press(sessions[0] as unknown as SessionBody)
      await suite.expectOneOrder((await suite.bench.complete(cartId)).body.order?.id)
    })

    it("that complete it and start another payment end in an order or a refund, never both", async () => {
      const { cart_id, session } = await suite.bench.paidCart()

      const [completed, started] = await Promise.all([
        suite.bench.complete(cart_id),
        suite.shopper.startPayment(cart_id, suite.tested.provider_id),
      ])
      await suite.bench.reconcile()

      const isOrder = completed.body.type === "order"
      expect([started.status, started.body.code]).toEqual(
        isOrder ? [400, "cart_completed"] : [200, undefined]
      )
      expect(await suite.bench.orderIds()).toHaveLength(isOrder ? 1 : 0)
      expect(suite.bench.refundsOf(session)).toEqual(isOrder ? [] : [suite.bench.paidAt(session)])
      expect(await suite.bench.books.balance("unallocated")).toBe(0n)
    })

    it("do not wait for ever: one that cannot have the cart is told to ask again", async () => {
      const cartId = await suite.bench.readyCart()
      const collection = await suite.bench.collectionOf(cartId)
      const locking = suite.container.resolve(Modules.LOCKING)
      await locking.acquire(cartId, { expire: 60 })

      const answers = await Promise.all([
        suite.bench.openSession(collection, { provider_id: suite.tested.provider_id }),
        suite.shopper.call("POST", `/store/carts/${cartId}/line-items`, suite.bench.anItem()),
      ])
      await locking.release(cartId)

      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        Array(2).fill([409, "checkout_in_progress"])
      )
      await suite.bench.press(await suite.bench.startHosted(cartId))
      await suite.expectOneOrder((await suite.bench.complete(cartId)).body.order?.id)
    })
  })
}
