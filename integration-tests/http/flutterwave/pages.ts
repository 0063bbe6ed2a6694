import type { SessionBody } from "../../helpers/shopper"
import type { FlutterwaveSuite } from "./suite"

export function describePages(suite: FlutterwaveSuite): void {
  const { payments } = suite

  describe("A payment page", () => {
    const payOn = async ({ data }: SessionBody) =>
      (await fetch(`${data.authorization_url}/pay`, { method: "POST", redirect: "manual" })).status

    it("is shut when the cart changes and when the buyer starts anew; the one that is left can be paid", async () => {
      const cartId = await payments.bench.readyCart()
      const first = await payments.bench.startHosted(cartId)
      await payments.shopper.addItem(cartId, payments.market.vendors[0]!.products[0]!.variant_id)
      const second = await payments.bench.startHosted(cartId)
      const third = await payments.bench.startHosted(cartId)

      expect([await payOn(first), await payOn(second), await payOn(third)]).toEqual([410, 410, 303])

      await payments.expectOneOrder((await payments.bench.complete(cartId)).body.order?.id)
    })

    it("is shut later when the gateway could not be reached, and the cart changes all the same", async () => {
      const cartId = await payments.bench.readyCart()
      const old = await payments.bench.startHosted(cartId)
      suite.control.fault({ on: "POST /payments/link/disable", kind: "5xx_before_commit" })
      await payments.shopper.addItem(cartId, payments.market.vendors[0]!.products[0]!.variant_id)
      expect(await suite.row(old.data.reference)).toMatchObject({ withdrawn_at: null })

      await payments.bench.reconcile()

      expect(await payOn(old)).toBe(410)
      expect(await suite.row(old.data.reference)).toMatchObject({ withdrawn_at: expect.any(Date) })
    })
  })

  describe("A page that was paid twice", () => {
    it("makes one order, and what came besides goes back once, whichever it was", async () => {
      payments.bench.tellServer()
      const cartId = await payments.bench.readyCart()
      const session = await payments.bench.startHosted(cartId)
      const { reference } = session.data
      await payments.bench.press(session, "bank_transfer")
      await payments.bench.press(session)
      const { body } = await payments.bench.complete(cartId)
      suite.control.finish(reference, "successful")
      await payments.bench.eventually(async () => expect(await payments.bench.outcomes()).toHaveLength(2))

      await payments.bench.reconcile()
      await payments.bench.reconcile()

      const [transfer] = suite.control.transactions()
      expect(suite.control.refunds()).toMatchObject([
        { transaction_id: transfer!.id, amount: transfer!.amount },
      ])
      expect(await payments.bench.orderIds()).toEqual([body.order?.id])
      expect(await payments.bench.books.kinds()).toEqual(["receipt", "receipt", "refund", "sale"])
      expect(await payments.bench.books.balance("unallocated")).toBe(0n)
      expect(await payments.bench.notices()).toEqual(["A payment could not become an order"])
      expect(await suite.oddSettlements(`${reference}.${transfer!.id}`)).toEqual([])
    })
  })

  describe("What the buyer's bank took", () => {
    it("counts as far as it was for the order: a fee that the buyer bears is nobody's here", async () => {
      const cartId = await payments.bench.readyCart()
      const { data } = await payments.bench.startHosted(cartId)
      const asked = suite.control.payments()[0]!.amount
      suite.control.pay(data.reference, { charged_amount: asked + 200_000 })

      await payments.expectOneOrder((await payments.bench.complete(cartId)).body.order?.id)

      expect(await payments.bench.books.balance("gateway_clearing")).toBe(
        BigInt(asked) - (await payments.bench.books.balance("gateway_fees"))
      )
      expect(await payments.bench.books.balance("gateway_fees")).toBe(asked >= 1_000_000 ? 5_000n : 0n)
    })

    it("goes back as it came when it was too little", async () => {
      const cartId = await payments.bench.readyCart()
      const session = await payments.bench.startHosted(cartId)
      const asked = suite.control.payments()[0]!.amount
      suite.control.pay(session.data.reference, { charged_amount: asked - 1 })

      expect((await payments.bench.complete(cartId)).body.error?.code).toBe("payment_mismatch")
      await payments.bench.reconcile()
      await payments.bench.reconcile()

      expect(payments.bench.refundsOf(session)).toEqual([asked - 1])
      expect(await payments.bench.orderIds()).toEqual([])
      expect(await payments.bench.books.balance("unallocated")).toBe(0n)
    })
  })
}
