import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Charge, GatewayTransaction } from "../../lib/gateway"
import { refundStanding, type SettlementFacts } from "../../lib/settlement"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"

type Session = {
  id: string
  payment_collection_id: string
  payment?: { id: string; canceled_at: Date | string | null } | null
}

/** A transaction with the gateway's word on it. */
export type PaidTransaction = {
  container: MedusaContainer
  transaction: GatewayTransaction
  charge: Charge
}

/** Reads what decides about a transaction: its session, cart, order and refunds as they stand now. */
export async function readSettlementFacts({
  container,
  transaction,
  charge,
}: PaidTransaction): Promise<SettlementFacts> {
  const refunds = await container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .listRefundsOf(transaction.reference)
  const session = await findSession(container, transaction.session_id)
  const cartId = session ? await cartOf(container, session.payment_collection_id) : null
  const orderId = cartId ? await orderOf(container, cartId) : null
  const isPaidBySession = Boolean(session?.payment && !session.payment.canceled_at)

  return {
    charge,
    asked: transaction,
    is_session_live: session !== null && transaction.superseded_at === null,
    is_payment_canceled: Boolean(session?.payment?.canceled_at),
    cart_id: cartId,
    order: orderId ? { id: orderId, is_paid_by_session: isPaidBySession } : null,
    refund: refundStanding(refunds),
  }
}

/** Core deletes the session when the cart changes or the buyer starts another payment. */
async function findSession(container: MedusaContainer, sessionId: string): Promise<Session | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["id", "payment_collection_id", "payment.id", "payment.canceled_at"],
    filters: { id: sessionId },
  })

  return (data[0] as Session | undefined) ?? null
}

async function cartOf(container: MedusaContainer, collectionId: string): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id: collectionId },
  })

  return data[0]?.cart_id ?? null
}

async function orderOf(container: MedusaContainer, cartId: string): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id: cartId },
  })

  return data[0]?.order_id ?? null
}
