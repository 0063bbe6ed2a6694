import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { FlutterwaveSandbox } from "../../../sandbox/flutterwave"
import { reconcileAllWorkflow } from "../../../src/workflows/reconciliation/workflows/reconcile-all"
import { readSettlementsWorkflow } from "../../../src/workflows/settlement/workflows/read-settlements"
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

    /** What reconciliation finds wrong with settlements once all is settled, and that payment was made long before the others. */
    async oddSettlements(reference: string) {
      const { container, sandbox } = place()
      expect(sandbox.control.settleNow()).not.toBeNull()
      await readSettlementsWorkflow(container).run({})
      const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await knex.raw(
        `update gateway_transaction set paid_at = paid_at - interval '11 days' where reference = ?`,
        [reference]
      )
      await reconcileAllWorkflow(container).run({ input: { started_by: null, days: 60 } })
      const { rows } = await knex.raw(
        `select cause, reference from reconciliation_line where cause like 'settle%' order by cause, reference`
      )

      return rows as { cause: string; reference: string }[]
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
