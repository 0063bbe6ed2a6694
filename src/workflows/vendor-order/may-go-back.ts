import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { GatewayUnavailableError } from "../../lib/gateway"
import { isPaidOnDelivery } from "../../lib/pay-on-delivery"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { byHandKey } from "../../modules/gateway/domain/by-hand"
import { type RefundStanding, standingOf, wasNotMade } from "../../modules/gateway/domain/refund"
import type GatewayModuleService from "../../modules/gateway/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { type OrderState, paymentsIn, readOrderState } from "./read-order-state"
import { passRefundGate } from "./refund-gate"
import { whyTakenByBank } from "./taken-by-bank"

type Asked = {
  order_id: string
  /** None for a refund that falls on all parts of the order. */
  vendor_order_id?: string
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
    await passRefundGate(container, { ...asked, vendor_order_id: asked.vendor_order_id ?? null })
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

/**
 * The same of a refund that Medusa has noted already. One that must not be made any more is none of Medusa's either: else what
 * it can still give back would be too little.
 */
export async function assertStillMayGoBack(
  container: MedusaContainer,
  asked: Asked,
  { refund_id, why_not }: Pick<Facts, "why_not"> & { refund_id: string }
): Promise<void> {
  try {
    const order = await readOrderState(container, asked.order_id)
    await assertMayGoBack(container, asked, { order, refund_id, why_not })
  } catch (error) {
    if (MedusaError.isMedusaError(error) && error.code === ErrorCode.PAYMENT_REFUND_REFUSED) {
      await container.resolve(Modules.PAYMENT).deleteRefunds([refund_id])
    }
    throw error
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
