import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { GatewayUnavailableError } from "../../lib/gateway"
import { isPaidOnDelivery } from "../../lib/pay-on-delivery"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { byHandKey } from "../../modules/gateway/domain/by-hand"
import { type RefundStanding, standingOf, wasNotMade } from "../../modules/gateway/domain/refund"
import type GatewayModuleService from "../../modules/gateway/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { type OrderState, paymentsIn } from "./read-order-state"
import { passRefundGate } from "./refund-gate"
import { whyTakenByBank } from "./taken-by-bank"

type Asked = {
  order_id: string
  vendor_order_id: string
  request_id?: string
  amount_minor: bigint
}

type Facts = {
  order: OrderState
  /** Medusa's refund, if it has noted one. */
  refund_id: string | null
  why_not?: (order: OrderState) => Promise<string | null>
}

/**
 * To be asked right before the gateway is, under the order's lock: since the refund was wanted somebody may have given the money
 * back otherwise, or a bank may have taken it. A refund that the gateway has already stands as it is, whatever has happened since.
 *
 * @throws not allowed, for good or until an open case is decided; GatewayUnavailableError while nobody knows
 */
export async function assertMayGoBack(container: MedusaContainer, asked: Asked, facts: Facts): Promise<void> {
  const { order, refund_id } = facts
  const why =
    (await facts.why_not?.(order)) ??
    (await whyTakenByBank(container, asked, { order, is_noted: refund_id !== null }))
  try {
    if (why) {
      throw notAllowed(ErrorCode.PAYMENT_REFUND_REFUSED, why)
    }
    await passRefundGate(container, asked)
  } catch (refusal) {
    const standing = await standingAtGateway(container, asked, facts)
    if (standing === "unknown" && why) {
      throw new GatewayUnavailableError("The outcome of an earlier refund of this payment is not known yet.")
    }
    if (standing !== "settled") {
      throw refusal
    }
  }
}

async function standingAtGateway(
  container: MedusaContainer,
  { amount_minor }: Asked,
  { order, refund_id }: Facts
): Promise<RefundStanding> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const standings: RefundStanding[] = []
  for (const { reference, is_at_door } of await paidBy(container, order)) {
    await gateway.resolveRefundsOf(reference)
    const attempts = await gateway.listRefundsOf(reference)
    // There, what a gateway has refused is given to people, and has not gone back for that.
    const [keys, counted] =
      is_at_door && refund_id
        ? [[refund_id, byHandKey(refund_id)], attempts.filter((attempt) => !wasNotMade(attempt))]
        : [[refund_id], attempts]
    standings.push(...keys.map((key) => standingOf({ key, amount_minor }, counted)))
  }

  return (["settled", "unknown"] as const).find((standing) => standings.includes(standing)) ?? "none"
}

/** What the order was paid with at gateways: by its own payments, and by links for parts that were to be paid at the door. */
async function paidBy(container: MedusaContainer, order: OrderState) {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const paid: { reference: string; is_at_door: boolean }[] = []
  for (const { provider_id, payment_session } of paymentsIn(order)) {
    const is_at_door = isPaidOnDelivery(provider_id)
    const own = payment_session && (await gateway.findTransactionOfSession(payment_session.id))
    const links = is_at_door ? await service.collectionsOf(order.id) : []
    const references = [own?.reference, ...links.map(({ prepaid_reference }) => prepaid_reference)]
    paid.push(...references.flatMap((reference) => (reference ? [{ reference, is_at_door }] : [])))
  }

  return paid
}
