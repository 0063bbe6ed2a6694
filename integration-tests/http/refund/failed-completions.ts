import { Modules } from "@medusajs/framework/utils"
import type { SessionBody } from "../../helpers/shopper"
import type { RefundSuite } from "./suite"

export function describeFailedCompletions(suite: RefundSuite): void {
  describe("A completion that fails after the payment", () => {
    it("of an item that was sold elsewhere: the buyer is refunded once, and can pay again", async () => {
      const { cart_id, session } = await suite.bench.paidCart()
      const inventory = suite.container.resolve(Modules.INVENTORY)
      const levels = await inventory.listInventoryLevels({})
      const setStock = (stocked_quantity: number) =>
        inventory.updateInventoryLevels(
          levels.map(({ inventory_item_id, location_id }) => ({
            inventory_item_id,
            location_id,
            stocked_quantity,
          }))
        )
      await setStock(0)

      const { status, body } = await suite.bench.complete(cart_id)
      await suite.expectGivenBackOnce(session)

      expect([status, body.code]).toEqual([400, "insufficient_inventory"])
      expect(await suite.bench.orderIds()).toEqual([])
      expect(await suite.bench.books.kinds()).toEqual(["receipt", "refund"])
      expect(await suite.bench.books.balance("unallocated")).toBe(0n)
      await setStock(10)
      expect((await suite.bench.complete(cart_id)).body.error?.code).toBe("payment_not_paid")
      await expectPaidAnew(cart_id, session)
    })

    it("of a plugin that breaks: core cancels and refunds, the buyer gets the money back once", async () => {
      const { cart_id, session } = await suite.bench.paidCart()
      suite.plugin.fails = true

      const { status, body } = await suite.bench.complete(cart_id)
      suite.plugin.fails = false

      expect([status, body.order]).toEqual([500, undefined])
      await suite.expectGivenBackOnce(session)
      expect(await suite.bench.orderIds()).toEqual([])
      expect(await suite.bench.books.balance("unallocated")).toBe(0n)
      expect(await suite.bench.books.balance("vendor_pending")).toBe(0n)
      await expectPaidAnew(cart_id, session)
    })

    it("without a gateway to refund at: the refund is made as soon as there is one, once", async () => {
      const { cart_id, session } = await suite.bench.paidCart()
      suite.plugin.fails = true
      suite.tested.control.fault({ on: suite.tested.calls.refund, kind: "5xx_before_commit" })
      suite.tested.control.fault({ on: suite.tested.calls.open, kind: "5xx_before_commit", times: 3 })
      await suite.bench.complete(cart_id)
      suite.plugin.fails = false
      suite.tested.control.clearFaults()
      expect(suite.bench.refundsOf(session)).toEqual([])
      expect((await suite.bench.complete(cart_id)).body.type).not.toBe("order")

      await suite.bench.reconcile()
      await suite.letTimePass()
      await suite.bench.reconcile()

      await suite.expectGivenBackOnce(session)
      expect(await suite.bench.orderIds()).toEqual([])
      expect(await suite.bench.books.balance("unallocated")).toBe(0n)
      await expectPaidAnew(cart_id, session)
    })

    async function expectPaidAnew(cartId: string, old: SessionBody) {
      const session = await suite.bench.startHosted(cartId)
      expect(session.data.reference).not.toBe(old.data.reference)
      await suite.bench.press(session)
      const { body } = await suite.bench.complete(cartId)
      expect([body.type, body.error]).toEqual(["order", undefined])
      await suite.bench.reconcile()
      expect(suite.bench.refundsOf(session)).toEqual([])
      expect(suite.bench.refundsOf(old)).toHaveLength(1)
      expect(await suite.bench.orderIds()).toEqual([body.order?.id])
      expect(await suite.bench.books.balance("unallocated")).toBe(0n)
      await suite.bench.books.kinds()
    }
  })
}
