import { Modules } from "@medusajs/framework/utils"
import { BankRefundEvents, BankTransferEvents } from "../../../src/modules/bank-transfer/events"
import { CommissionRuleEvents } from "../../../src/modules/commission/events"
import { DebtEvents, DebtInvoiceEvents, WriteOffEvents } from "../../../src/modules/debt/events"
import { DisputeEvents, DisputeMessageEvents } from "../../../src/modules/dispute/events"
import { GatewayRefundEvents, GatewayTransactionEvents } from "../../../src/modules/gateway/events"
import { PayoutEvents, PayoutReleaseEvents } from "../../../src/modules/payout/events"
import { ReconciliationLineEvents } from "../../../src/modules/reconciliation/events"
import { SettlementEvents } from "../../../src/modules/settlement/events"
import {
  VendorOrderCollectionEvents,
  VendorOrderEvents,
  VendorOrderRefundEvents,
  VendorOrderReturnEvents,
} from "../../../src/modules/vendor-order/events"
import { sendEventsWorkflow } from "../../../src/workflows/outgoing-event/workflows/send-events"
import { until } from "../../helpers/until"
import type { DisputeSuite } from "./suite"

const ALL = [
  BankRefundEvents,
  BankTransferEvents,
  CommissionRuleEvents,
  DebtEvents,
  DebtInvoiceEvents,
  WriteOffEvents,
  DisputeEvents,
  DisputeMessageEvents,
  GatewayRefundEvents,
  GatewayTransactionEvents,
  PayoutEvents,
  PayoutReleaseEvents,
  ReconciliationLineEvents,
  SettlementEvents,
  VendorOrderCollectionEvents,
  VendorOrderEvents,
  VendorOrderRefundEvents,
  VendorOrderReturnEvents,
]

const subjectsOf = (names: string[]) => [...new Set(names.map((name) => name.split(".")[0]))].sort()

export function describeOutgoingEvents(suite: DisputeSuite): void {
  const send = () => sendEventsWorkflow(suite.container).run({ input: {} })

  describe("Outgoing events", () => {
    it("are told of by a trigger for every name that there is", async () => {
      const triggers = await suite.sql<{ name: string }>(
        `select split_part(encode(tgargs, 'escape'), '\\000', 1) as name from pg_trigger
         where tgfoid = 'tell_of_change'::regproc`
      )

      expect(subjectsOf(triggers.map(({ name }) => name))).toEqual(
        subjectsOf(ALL.flatMap((names) => Object.values<string>(names)))
      )
    })

    it("reach a subscriber once, with ids and words alone", async () => {
      const told: { name: string; data: Record<string, unknown> }[] = []
      const bus = suite.container.resolve(Modules.EVENT_BUS)
      const names = [GatewayTransactionEvents.PAID, DisputeEvents.OPEN, DisputeMessageEvents.WRITTEN]
      const note = async ({ name, data }: { name: string; data: unknown }) => {
        told.push({ name, data: data as Record<string, unknown> })
      }
      await send()
      for (const name of names) {
        bus.subscribe(name, note)
      }

      const order = await suite.desk.buy([0])
      const { body } = await suite.open(order)
      await send()
      await until(async () => told.length === names.length)
      await send()

      const event_id = expect.stringMatching(/^evt_\d+$/)
      expect(told).toEqual([
        {
          name: "gateway-transaction.paid",
          data: {
            id: expect.any(String),
            gateway: "paystack",
            reference: expect.any(String),
            session_id: expect.any(String),
            event_id,
          },
        },
        {
          name: "dispute.open",
          data: { id: body.dispute.id, kind: "buyer", order_id: order.order_id, event_id },
        },
        {
          name: "dispute-message.written",
          data: {
            id: expect.any(String),
            dispute_id: body.dispute.id,
            author: "buyer",
            vendor_id: null,
            event_id,
          },
        },
      ])
      for (const name of names) {
        bus.unsubscribe(name, note)
      }
    })
  })
}
