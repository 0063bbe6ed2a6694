import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { CheckoutBench } from "../../helpers/checkout-bench"
import type { Admin } from "../../helpers/create-admin"
import type { Marketplace } from "../../helpers/create-marketplace"
import type { OrderDesk } from "../../helpers/order-desk"
import { createMember, signIn } from "../../helpers/people"
import type { SessionBody, Shopper } from "../../helpers/shopper"

/** What is there once the server has started. */
export type RefundPlace = {
  container: MedusaContainer
  market: Marketplace
  shopper: Shopper
  bench: CheckoutBench
  /** Of Paystack's orders. */
  desk?: OrderDesk
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
    get desk() {
      const { desk } = place()
      if (!desk) {
        throw new RangeError("this suite has no order desk")
      }
      return desk
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

    /** A shop's owner, signed in. */
    async ownerOf(shop: number) {
      const { container, market, shopper } = place()
      const { email } = await createMember(container, market.vendors[shop]!.id, "owner")
      return signIn(shopper.base_url, "user", email)
    },

    /** The attempts at refunding, moved so far into the past that the gateway would have listed them by now. */
    async letTimePass() {
      const knex = place().container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await knex.raw(`update gateway_refund set posted_at = posted_at - interval '1 hour'`)
    },

    /** Refunds that have failed, moved to when they are tried again. */
    async letRetriesCome() {
      const knex = place().container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await knex.raw(
        `update gateway_refund set retry_at = now() - interval '1 second' where retry_at is not null`
      )
    },
  }
}
