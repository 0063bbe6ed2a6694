import { Modules } from "@medusajs/framework/utils"
import type { FlutterwaveSuite } from "./suite"

export function describePending(suite: FlutterwaveSuite): void {
  const { payments, refunds } = suite

  describe("A payment that is on its way for hours", () => {
    async function begun(button: "mobile_money" | "ussd" = "ussd") {
      const cart_id = await payments.bench.readyCart()
      const session = await payments.bench.startHosted(cart_id)
      await payments.bench.press(session, button)

      return { cart_id, session, reference: session.data.reference }
    }

    it("leaves a cart with nothing reserved, which becomes one order when the money is there", async () => {
      payments.bench.tellServer()
      const { cart_id, reference } = await begun("mobile_money")

      const early = await payments.bench.complete(cart_id)
      await payments.bench.reconcile()

      expect([early.status, early.body.type, early.body.error?.code]).toEqual([
        200,
        "cart",
        "payment_not_paid",
      ])
      expect(await suite.reservations()).toEqual([])
      expect(await payments.bench.orderIds()).toEqual([])
      expect(await payments.bench.books.kinds()).toEqual([])
      suite.control.finish(reference, "successful")
      await becomesOneOrder()
    })

    it("goes back once when others have bought the goods meanwhile", async () => {
      const { session, reference } = await begun()
      await setStock(0)
      suite.control.finish(reference, "successful")

      await refunds.expectGivenBackOnce(session)
      await setStock(10)

      expect(await payments.bench.orderIds()).toEqual([])
      expect(await payments.bench.books.kinds()).toEqual(["receipt", "refund"])
      expect(await payments.bench.books.balance("unallocated")).toBe(0n)
    })

    it("and fails in the end leaves the cart to another try", async () => {
      payments.bench.tellServer()
      const { cart_id, reference } = await begun()
      suite.control.finish(reference, "failed")
      await payments.bench.eventually(async () =>
        expect(await payments.bench.outcomes()).toEqual(["charge.completed not_paid"])
      )

      expect((await payments.bench.complete(cart_id)).body.error?.code).toBe("payment_not_paid")
      const again = await payments.bench.startHosted(cart_id)
      await payments.bench.press(again)

      await payments.expectOneOrder((await payments.bench.complete(cart_id)).body.order?.id)
    })

    it("is asked about every quarter of an hour, for a week, and is an order even after that", async () => {
      const { reference } = await begun()
      await payments.bench.reconcile()
      const asked = () =>
        suite.control.calls().filter(({ call }) => call.includes("verify_by_reference")).length

      await payments.bench.reconcile()
      expect(asked()).toBe(1)
      await suite.letPass("3 hours")
      await payments.bench.reconcile()
      expect(asked()).toBe(2)
      const waiting = await suite.row(reference)
      const minutes = (new Date(waiting.next_check_at).getTime() - Date.now()) / 60_000
      expect([waiting.outcome, Math.round(minutes)]).toEqual(["waiting", 15])

      await suite.letPass("8 days")
      await payments.bench.reconcile()
      expect(await suite.row(reference)).toMatchObject({ outcome: "expired", settled_at: expect.any(Date) })
      await payments.bench.reconcile()
      expect(asked()).toBe(3)

      payments.bench.tellServer()
      suite.control.finish(reference, "successful")
      await becomesOneOrder()
    })

    async function becomesOneOrder() {
      await payments.bench.eventually(async () =>
        expect(await payments.bench.outcomes()).toEqual(["charge.completed ordered"])
      )
      await payments.expectOneOrder((await payments.bench.orderIds())[0])
    }

    async function setStock(stocked_quantity: number) {
      const inventory = payments.container.resolve(Modules.INVENTORY)
      const levels = await inventory.listInventoryLevels({})
      await inventory.updateInventoryLevels(
        levels.map(({ inventory_item_id, location_id }) => ({
          inventory_item_id,
          location_id,
          stocked_quantity,
        }))
      )
    }
  })
}
