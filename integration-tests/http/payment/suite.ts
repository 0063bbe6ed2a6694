import type { MedusaContainer } from "@medusajs/framework/types"
import type { CheckoutBench } from "../../helpers/checkout-bench"
import type { Marketplace } from "../../helpers/create-marketplace"
import type { Shopper } from "../../helpers/shopper"

/** What is there once the server has started. */
export type PaymentPlace = {
  container: MedusaContainer
  market: Marketplace
  shopper: Shopper
  bench: CheckoutBench
}

export type PaymentSuite = ReturnType<typeof createPaymentSuite>

const CLEAN_SALE = ["receipt", "sale"]

/** What all tests of payments share; the place is made after they are declared. */
export function createPaymentSuite(place: () => PaymentPlace) {
  return {
    get container() {
      return place().container
    },
    get market() {
      return place().market
    },
    get shopper() {
      return place().shopper
    },
    get tested() {
      return place().bench.tested
    },
    get bench() {
      return place().bench
    },

    async expectOneOrder(orderId: string | undefined) {
      const { bench, shopper } = place()
      expect(await bench.orderIds()).toEqual([orderId])
      expect((await shopper.order(orderId!)).vendor_orders).toHaveLength(2)
      expect(await bench.books.kinds()).toEqual(CLEAN_SALE)
      expect(await bench.books.balance("unallocated")).toBe(0n)
      expect(await bench.captures()).toBe(1)
      expect(bench.tested.refunds()).toEqual([])
    },
  }
}
