import type { MedusaContainer } from "@medusajs/framework/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { OUTGOING_EVENT_MODULE } from "../../modules/outgoing-event"
import type OutgoingEventModuleService from "../../modules/outgoing-event/service"
import { RECONCILIATION_MODULE } from "../../modules/reconciliation"
import type ReconciliationModuleService from "../../modules/reconciliation/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { WEBHOOK_MODULE } from "../../modules/webhook"
import type WebhookModuleService from "../../modules/webhook/service"
import { listShortfalls, listWatchedJobs } from "../payout/watched-jobs"

/** Everything that runs by itself, and what of it stands still: a statement for each part, none of them over what is done. */
export async function readOperations(container: MedusaContainer, now: Date) {
  const [jobs, shortfalls, webhook_inbox, outgoing_events, reconciliation, orders, refunds] =
    await Promise.all([
      listWatchedJobs(container, now),
      listShortfalls(container),
      container.resolve<WebhookModuleService>(WEBHOOK_MODULE).readBacklog(),
      container.resolve<OutgoingEventModuleService>(OUTGOING_EVENT_MODULE).readBacklog(),
      container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE).readStanding(),
      container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).readBacklog(),
      container.resolve<GatewayModuleService>(GATEWAY_MODULE).readRefundBacklog(),
    ])

  return {
    checked_at: now,
    jobs: jobs.map(({ name, started_at, succeeded_at, last_error, is_late }) => ({
      name,
      started_at,
      succeeded_at,
      last_error,
      is_late,
    })),
    webhook_inbox,
    outgoing_events,
    reconciliation,
    ...orders,
    gateway_refunds: refunds,
    payout_shortfalls: shortfalls,
  }
}
