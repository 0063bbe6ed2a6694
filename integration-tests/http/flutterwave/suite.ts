import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { FlutterwaveSandbox } from "../../../sandbox/flutterwave"
import { createPaymentSuite, type PaymentPlace } from "../payment/suite"
import { createRefundSuite, type RefundPlace } from "../refund/suite"

/** What is there once the server has started. */
export type FlutterwavePlace = PaymentPlace &
  RefundPlace & { sandbox: FlutterwaveSandbox; webhook_hash: string }

export type FlutterwaveSuite = ReturnType<typeof createFlutterwaveSuite>

/** The suites that both gateways run, and what Flutterwave's own tests need beside them. */
export function createFlutterwaveSuite(place: () => FlutterwavePlace) {
  return {
    payments: createPaymentSuite(place),
    refunds: createRefundSuite(place),
    get place() {
      return place()
    },
    get control() {
      return place().sandbox.control
    },

    reservations: () => place().container.resolve(Modules.INVENTORY).listReservationItems({}),

    /** How the gateway module has the transaction. */
    async row(reference: string) {
      const [row] = await place().bench.gateway.listGatewayTransactions({ reference })
      return row!
    },

    /** Makes all that is under way so much older, and due. */
    async letPass(interval: string) {
      const knex = place().container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await knex.raw(
        `update gateway_transaction set next_check_at = now(), created_at = created_at - ?::interval`,
        [interval]
      )
    },
  }
}
