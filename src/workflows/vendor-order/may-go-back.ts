import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { CASH_GATEWAY, GatewayUnavailableError } from "../../lib/gateway"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { type RefundStanding, standingOf } from "../../modules/gateway/domain/refund"
import type GatewayModuleService from "../../modules/gateway/service"
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
  { order, refund_id: key }: Facts
): Promise<RefundStanding> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const standings: RefundStanding[] = []
  for (const { payment_session } of paymentsIn(order)) {
    const transaction = payment_session && (await gateway.findTransactionOfSession(payment_session.id))
    if (transaction && transaction.gateway !== CASH_GATEWAY) {
      await gateway.resolveRefundsOf(transaction.reference)
      const attempts = await gateway.listRefundsOf(transaction.reference)
      standings.push(standingOf({ key, amount_minor }, attempts))
    }
  }

  return (["settled", "unknown"] as const).find((standing) => standings.includes(standing)) ?? "none"
}
