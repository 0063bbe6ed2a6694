import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { CheckoutBench } from "../../helpers/checkout-bench"
import type { Admin } from "../../helpers/create-admin"
import type { Marketplace } from "../../helpers/create-marketplace"
import type { SessionBody, Shopper } from "../../helpers/shopper"

/** What is there once the server has started. */
export type RefundPlace = {
  container: MedusaContainer
  market: Marketplace
  shopper: Shopper
  bench: CheckoutBench
  admin: Admin
  /** One on Merkato's own hook, the last thing that happens after a payment. */
  plugin: { fails: boolean }
}

export type RefundSuite = ReturnType<typeof createRefundSuite>

/** What all tests of refunds share; the place is made after they are declared. */
export function createRefundSuite(place: () => RefundPlace) {
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
    get admin() {
      return place().admin
    },
    get plugin() {
      return place().plugin
    },

    async expectGivenBackOnce(session: SessionBody) {
      const { bench } = place()
      await bench.reconcile()
      await bench.reconcile()
      expect(bench.refundsOf(session)).toEqual([bench.paidAt(session)])
    },

    /** The attempts at refunding, moved so far into the past that the gateway would have listed them by now. */
    async letTimePass() {
      const knex = place().container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await knex.raw(`update gateway_refund set posted_at = posted_at - interval '1 hour'`)
    },
  }
}
