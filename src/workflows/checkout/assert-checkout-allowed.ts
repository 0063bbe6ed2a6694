import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, PaymentSessionStatus } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed, paymentRefused } from "../../lib/errors"
import { GatewayUnavailableError } from "../../lib/gateway"
import { type Amount, toMinorUnits } from "../../lib/money"
import { isPaidOnDelivery } from "../../lib/pay-on-delivery"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { notifyStaff } from "../notify-staff"
import { assertPayableOnDelivery } from "../pay-on-delivery/offer-view"
import { findUnavailableVendors } from "../vendor/vendor-owners"

type Session = { id: string; status: string; provider_id: string; amount: Amount; raw_amount?: Amount }

/** The part of core's cart snapshot that the checks read. */
export type CheckoutCart = {
  id: string
  currency_code: string
  completed_at?: Date | string | null
  total: Amount
  raw_total?: Amount
  items?: { product_id?: string | null }[]
  payment_collection?: { payment_sessions?: Session[] } | null
}

const PROCESSABLE: readonly string[] = [
  PaymentSessionStatus.PENDING,
  PaymentSessionStatus.REQUIRES_MORE,
  PaymentSessionStatus.AUTHORIZED,
  PaymentSessionStatus.CAPTURED,
  PaymentSessionStatus.PENDING_AUTHORIZATION,
]

const SETTLED: readonly string[] = [PaymentSessionStatus.AUTHORIZED, PaymentSessionStatus.CAPTURED]

/**
 * Throws when completing the cart must not charge: its total is not what the payment was started for, or a shop
 * in it no longer sells. A cart that is paid or being paid completes all the same, and staff are told; a cart
 * that has its order already passes, whatever happened since.
 */
export async function assertCheckoutAllowed(
  container: MedusaContainer,
  cart: CheckoutCart
): Promise<{ order_exists: boolean; payment_session_id: string | null }> {
  // The same session that core takes for the payment.
  const session = cart.payment_collection?.payment_sessions?.find(({ status }) =>
    PROCESSABLE.includes(status)
  )
  if (cart.completed_at) {
    return { order_exists: true, payment_session_id: session?.id ?? null }
  }
  if (session) {
    assertSamePrice(cart, session)
    await assertPaymentStands(container, session)
    if (isPaidOnDelivery(session.provider_id)) {
      await assertPayableOnDelivery(container, cart.id)
    }
  }
  await assertVendorsAvailable(container, cart, session)

  return { order_exists: false, payment_session_id: session?.id ?? null }
}

function assertSamePrice(cart: CheckoutCart, session: Session): void {
  const total = toMinorUnits(cart.raw_total ?? cart.total, cart.currency_code)
  const priced = toMinorUnits(session.raw_amount ?? session.amount, cart.currency_code)
  if (total !== priced) {
    throw notAllowed(
      ErrorCode.PAYMENT_AMOUNT_CHANGED,
      "The cart's total has changed since the payment was started. Start the payment again."
    )
  }
}

/**
 * Core answers a session's payment again without looking whether a failed completion has cancelled it meanwhile: the
 * order would be placed with money that goes back.
 */
async function assertPaymentStands(container: MedusaContainer, session: Session): Promise<void> {
  if (!SETTLED.includes(session.status)) {
    return
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "payment_session",
    fields: ["payment.canceled_at"],
    filters: { id: session.id },
  })
  if (data[0]?.payment?.canceled_at) {
    throw paymentRefused(
      ErrorCode.PAYMENT_NOT_PAID,
      "This payment is being sent back, because an earlier completion failed. Start another one."
    )
  }
}

async function assertVendorsAvailable(
  container: MedusaContainer,
  cart: CheckoutCart,
  session: Session | undefined
): Promise<void> {
  const productIds = (cart.items ?? []).flatMap((item) => item.product_id ?? [])
  const unavailable = await findUnavailableVendors(container, productIds)
  if (!unavailable.length) {
    return
  }
  const names = unavailable.map((vendor) => vendor.name).join(", ")
  if (!session || !(await isPaidOrBeingPaid(container, session))) {
    throw notAllowed(
      ErrorCode.VENDOR_UNAVAILABLE,
      `The cart holds products of a shop that is not selling at the moment: ${names}. Remove them to go on.`
    )
  }
  await notifyStaff(container, {
    key: `suspended-vendor-sold:${cart.id}`,
    title: "A suspended shop has sold",
    description: `Cart ${cart.id} was paid or being paid when ${names} stopped selling; its order is placed.`,
  })
}

async function isPaidOrBeingPaid(container: MedusaContainer, session: Session): Promise<boolean> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const transaction = await gateway.findTransactionOfSession(session.id)
  if (!transaction) {
    return SETTLED.includes(session.status)
  }
  try {
    const checked = await gateway.checkCharge(transaction.reference)
    return checked !== null && ["success", "pending"].includes(checked.charge.state)
  } catch (error) {
    if (error instanceof GatewayUnavailableError) {
      throw paymentRefused(
        ErrorCode.PAYMENT_GATEWAY_UNREACHABLE,
        "The payment could not be checked at the moment. Try again in a minute; you are not charged twice."
      )
    }
    throw error
  }
}
