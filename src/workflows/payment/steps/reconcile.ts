import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import type GatewayModuleService from "../../../modules/gateway/service"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { WEBHOOK_MODULE } from "../../../modules/webhook"
import type WebhookModuleService from "../../../modules/webhook/service"
import { repairCheckoutWorkflow } from "../../checkout/workflows/repair-checkout"
import { postLostMovements } from "../post-lost-movements"
import { postRefunds } from "../post-refunds"
import { followRefundAccount } from "../refund-account"
import { failedRefundsDue, followUpRefund } from "../retry-refunds"
import { tellOfStuckRefunds } from "../tell-of-stuck-refunds"
import { settleTransactionWorkflow } from "../workflows/settle-transaction"
import { processEvent, tellOfEvent } from "./process-inbox-event"

export type ReconcileInput = {
  /** At most so many records of each kind in one run. */
  limit: number
  /** Leaves alone what is younger, which its own request most likely still works on. */
  min_age_seconds: number
}

export type Reconciled = {
  events: number
  checkouts: number
  transactions: number
  refunds: number
  /** Refunds that had failed, and were tried again or left to a person. */
  followed_up: number
  /** Payments of other providers of which the books lacked something. */
  posted_late: number
  failed: number
}

const LEASE_SECONDS = 120

/** Finds what a crash, a lost webhook or an unreachable gateway left, and brings each to its end. */
export const reconcileStep = createStep(
  "reconcile-payments",
  async (input: ReconcileInput, { container }) => {
    const before = new Date(Date.now() - input.min_age_seconds * 1000)
    const failures: string[] = []
    const each = <Item extends string | { id: string }>(
      items: Item[],
      act: (item: Item) => Promise<unknown>
    ) => forEachSafely(items, act, failures)

    const checkouts = await openCheckouts(container, before, input.limit)
    await each(checkouts, (cart_id) => repairCheckoutWorkflow(container).run({ input: { cart_id } }))

    const events = await processDueEvents(container, input.limit)

    const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
    const transactions = await gateway.takeUnsettled(before, input.limit)
    await each(transactions, (reference) =>
      settleTransactionWorkflow(container).run({ input: { reference } })
    )

    const { moved } = await gateway.resolveRefunds(input.limit)
    await tellOfStuckRefunds(container, moved)
    const refunds = await gateway.listUnbookedRefunds(input.limit)
    await each(refunds, (reference) => postRefunds(container, reference))
    const accounts = await gateway.takeOpenRefundAccounts(input.limit)
    await each(accounts, (account) => followRefundAccount(container, account))
    const failed = await failedRefundsDue(container, input.limit)
    await each(failed, (refund) => followUpRefund(container, refund))

    const unposted = await gateway.listUnpostedPayments({ before, limit: input.limit })
    await each(unposted, (payment) => postLostMovements(container, payment))

    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    for (const failure of failures) {
      logger.warn(`Reconciliation will try again: ${failure}`)
    }
    const result: Reconciled = {
      events,
      checkouts: checkouts.length,
      transactions: transactions.length,
      refunds: refunds.length,
      followed_up: failed.length,
      posted_late: unposted.length,
      failed: failures.length,
    }

    return new StepResponse(result)
  }
)

async function openCheckouts(container: MedusaContainer, before: Date, limit: number): Promise<string[]> {
  const attempts = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .listCheckoutAttempts(
      { created_at: { $lte: before } },
      { take: limit, skip: 0, order: { created_at: "ASC" } }
    )

  return attempts.map((attempt) => attempt.cart_id)
}

async function processDueEvents(container: MedusaContainer, limit: number): Promise<number> {
  const inbox = container.resolve<WebhookModuleService>(WEBHOOK_MODULE)
  for (const id of await inbox.bury(new Date())) {
    await tellOfEvent(container, id, "An event of a gateway ended its worker each time that it was tried.")
  }
  const events = await inbox.claim(limit, new Date(), LEASE_SECONDS)
  for (const event of events) {
    await processEvent(container, inbox, event)
  }

  return events.length
}

/** So many in a row are no matter of single records: the rest waits for the next run, which begins with others. */
const MOST_IN_A_ROW = 10

/** One record that cannot be brought to its end must not stop the others. */
async function forEachSafely<Item extends string | { id: string }>(
  items: Item[],
  act: (item: Item) => Promise<unknown>,
  failures: string[]
): Promise<void> {
  let inARow = 0
  for (const item of items) {
    if (inARow >= MOST_IN_A_ROW) {
      return
    }
    try {
      await act(item)
      inARow = 0
    } catch (error) {
      inARow += 1
      failures.push(
        `${typeof item === "string" ? item : item.id}: ${error instanceof Error ? error.message : String(error)}`
      )
    }
  }
}
