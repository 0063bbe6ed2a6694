import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  Modules,
  OrderWorkflowEvents,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { decideRepair, type InterruptedCheckout } from "../../../lib/checkout-repair"
import type { Amount } from "../../../lib/money"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { partitionOrderWorkflow } from "../../vendor-order/workflows/partition-order"
import { undoOrder } from "../undo-order"

export type RepairCheckoutInput = { cart_id: string }

type Payment = {
  id: string
  canceled_at: Date | string | null
  currency_code: string
  captures?: { id: string; amount: Amount; raw_amount?: Amount }[]
}
type Session = { id: string; status: string; payment?: Payment | null }
type CheckoutView = InterruptedCheckout & { session: Session | null }

/**
 * Brings an interrupted completion to one of its two ends. Every part of it may run again, so a server killed
 * during the repair is repaired by the next one; that is also why it has no compensation.
 */
export const repairCheckoutStep = createStep(
  "repair-checkout",
  async ({ cart_id }: RepairCheckoutInput, { container }) => {
    const checkout = await readCheckout(container, cart_id)
    const { finish_order_id, undo_order_ids } = decideRepair(checkout)

    for (const orderId of undo_order_ids) {
      await undoOrder(container, orderId, cart_id)
    }
    if (finish_order_id) {
      await finishOrder(container, finish_order_id, cart_id, checkout)
    }
    await container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE).closeCheckout(cart_id)

    return new StepResponse({ order_id: finish_order_id, undone_order_ids: undo_order_ids })
  }
)

async function readCheckout(container: MedusaContainer, cartId: string): Promise<CheckoutView> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: links } = await query.graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id: cartId },
  })
  const linked_order_id = links[0]?.order_id ?? null
  const stamped = await container
    .resolve(Modules.ORDER)
    .listOrders({ metadata: { cart_id: cartId } } as object, { select: ["id"], take: 20 })
  const session = await sessionOf(container, cartId)
  const [partition] = linked_order_id
    ? await container
        .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
        .listOrderPartitions({ order_id: linked_order_id }, { take: 1 })
    : []

  return {
    linked_order_id,
    orphan_order_ids: stamped.map((order) => order.id).filter((id) => id !== linked_order_id),
    is_partitioned: Boolean(partition),
    is_payment_settled: isSettled(session),
    session,
  }
}

function isSettled(session: Session | null): boolean {
  if (session?.payment) {
    return !session.payment.canceled_at
  }

  return session?.status === PaymentSessionStatus.PENDING_AUTHORIZATION
}

async function sessionOf(container: MedusaContainer, cartId: string): Promise<Session | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart_payment_collection",
    fields: [
      "payment_collection.payment_sessions.id",
      "payment_collection.payment_sessions.status",
      "payment_collection.payment_sessions.payment.id",
      "payment_collection.payment_sessions.payment.canceled_at",
      "payment_collection.payment_sessions.payment.currency_code",
      "payment_collection.payment_sessions.payment.captures.*",
    ],
    filters: { cart_id: cartId },
  })
  const sessions = (data[0]?.payment_collection?.payment_sessions ?? []) as Session[]

  return sessions.find((session) => session.payment) ?? sessions[0] ?? null
}

async function finishOrder(
  container: MedusaContainer,
  orderId: string,
  cartId: string,
  checkout: CheckoutView
): Promise<void> {
  await addMissingTransactions(container, orderId, checkout.session?.payment ?? null)
  await partitionOrderWorkflow(container).run({
    input: { order_id: orderId, cart_id: cartId, payment_session_id: checkout.session?.id ?? null },
  })
  if (!checkout.is_partitioned) {
    // Core releases the event with the end of its workflow, which never came.
    await container
      .resolve(Modules.EVENT_BUS)
      .emit({ name: OrderWorkflowEvents.PLACED, data: { id: orderId } })
  }
}

/** Captures that core had not yet written on the order, which would otherwise look unpaid. */
async function addMissingTransactions(
  container: MedusaContainer,
  orderId: string,
  payment: Payment | null
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const captures = payment?.captures ?? []
  if (!payment || !captures.length) {
    return
  }
  const known = await orders.listOrderTransactions({ order_id: orderId, reference: "capture" })
  const missing = captures.filter((capture) => !known.some((row) => row.reference_id === capture.id))
  if (missing.length) {
    await orders.addOrderTransactions(
      missing.map((capture) => ({
        order_id: orderId,
        amount: capture.raw_amount ?? capture.amount,
        currency_code: payment.currency_code,
        reference: "capture",
        reference_id: capture.id,
      }))
    )
  }
}
