import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { refundStanding } from "../../lib/settlement"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { type DueFacts, decidePrepayment, isPrepayable } from "../../modules/vendor-order/domain/prepayment"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { giveBack } from "../payment/give-back"
import type { PaidTransaction } from "../payment/read-settlement-facts"
import { findVendorOrder } from "../vendor-order/cancel-for-others"
import { orderLockKey } from "../vendor-order/order-lock"
import { isCanceled, readOrderState } from "../vendor-order/read-order-state"
import { collectionOf } from "./close-uncollected"
import { followCollectionsWorkflow } from "./workflows/follow-collections"

const LOCK_WAIT_SECONDS = 20

type Sold = { id: string; order_id: string; vendor_id: string }

type PrepaymentOutcome = "waiting" | "not_paid" | "prepaid" | "refunded" | "refund_refused"

/**
 * Brings a link for one vendor order to its end: the vendor order is prepaid, or the money goes back. Decided and done under
 * the order's lock, as everything is that collects, refuses or calls off, so that exactly one of them has its way.
 */
export async function settlePrepayment(
  paid: PaidTransaction,
  vendorOrderId: string
): Promise<PrepaymentOutcome> {
  const { container } = paid
  const sold = await findVendorOrder(container, { id: vendorOrderId })
  const outcome = await container
    .resolve(Modules.LOCKING)
    .execute(orderLockKey(sold.order_id), () => decide(paid, sold), { timeout: LOCK_WAIT_SECONDS })
  if (outcome === "prepaid") {
    await followCollectionsWorkflow(container).run({ input: { order_id: sold.order_id } })
  }

  return outcome
}

async function decide(paid: PaidTransaction, sold: Sold): Promise<PrepaymentOutcome> {
  const { container, transaction, charge } = paid
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const { reference } = transaction
  const { collection, ...due } = await dueFacts(container, sold)
  const decision = decidePrepayment({
    ...due,
    charge,
    reference,
    is_superseded: transaction.superseded_at !== null,
    due: transaction,
    prepaid_reference: collection?.prepaid_reference ?? null,
    refund: refundStanding(await gateway.listRefundsOf(reference)),
  })
  switch (decision.do) {
    case "wait":
      return "waiting"
    case "nothing":
      if (decision.why === "not_paid" && (transaction.superseded_at || !isPrepayable(due))) {
        // Left payable because the gateway could not be reached when the vendor order stopped being due.
        await gateway.withdraw(reference)
      }
      return decision.why
    case "prepay":
      return (await prepay(paid, sold)) ? "prepaid" : "waiting"
    case "refund":
      return giveBackWhole(paid, decision.reason)
    default:
      return decision satisfies never
  }
}

const prepay = ({ container, transaction, charge }: PaidTransaction, { id, vendor_id }: Sold) =>
  container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).prepay({
    vendor_order_id: id,
    vendor_id,
    reference: transaction.reference,
    amount_minor: charge.amount_minor,
    currency_code: charge.currency_code,
  })

/** The buyer may ask for another link then, unless nothing is due any more. */
async function giveBackWhole(paid: PaidTransaction, reason: Parameters<typeof giveBack>[1]["reason"]) {
  const outcome = await giveBack(paid, { reason, cart_id: null, decided: "refund" })
  await paid.container.resolve<GatewayModuleService>(GATEWAY_MODULE).retire(paid.transaction.id)

  return outcome === "refunded" || outcome === "refund_refused" ? outcome : "waiting"
}

/** Whether a vendor order is still to be paid at the door, and what is noted of that. */
export async function dueFacts(container: MedusaContainer, { id, order_id, vendor_id }: Sold) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const [{ status }, collection, cancellations, order] = await Promise.all([
    service.findOfVendor(vendor_id, id),
    collectionOf(container, { id, order_id }),
    service.cancellationsOf(order_id),
    readOrderState(container, order_id),
  ])
  const facts: DueFacts = {
    state: collection?.state ?? null,
    status,
    is_canceled: isCanceled(order) || cancellations.some(({ vendor_order_id }) => vendor_order_id === id),
  }

  return { ...facts, collection, email: order.email }
}
