import { changeVendorStatusWorkflow } from "../../../src/workflows/vendor/workflows/change-vendor-status"
import type { PaymentSuite } from "./suite"

export function describeSuspendedShops(suite: PaymentSuite): void {
  describe("A shop that was suspended meanwhile", () => {
    const suspend = () =>
      changeVendorStatusWorkflow(suite.container).run({
        input: {
          vendor_id: suite.market.vendors[0]!.id,
          to: "suspended",
          actor: "test",
          reason: "counterfeits",
        },
      })

    it("starts no payment of a cart that holds its products, and completes none that is unpaid", async () => {
      const unpaid = await suite.bench.readyCart()
      const untouched = await suite.bench.readyCart()
      await suite.bench.startHosted(unpaid)
      await suspend()

      const started = await suite.shopper.startPayment(untouched, suite.tested.provider_id)
      const completed = await suite.bench.complete(unpaid)

      expect([started.status, started.body.code]).toEqual([400, "vendor_unavailable"])
      expect([completed.status, completed.body.code]).toEqual([400, "vendor_unavailable"])
      expect(await suite.bench.orderIds()).toEqual([])
      expect(await suite.bench.notices()).toEqual([])
    })

    it("completes a cart that is paid, and staff are told", async () => {
      const { cart_id } = await suite.bench.paidCart()
      await suspend()

      const { body } = await suite.bench.complete(cart_id)

      await suite.expectOneOrder(body.order?.id)
      expect(await suite.bench.notices()).toEqual(["A suspended shop has sold"])
    })
  })
}
