import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { ErrorCode } from "../../lib/errors"
import type { RefundAttempt } from "../../lib/gateway"
import { type Amount, sayAmount, sumMinor, toMinorUnits } from "../../lib/money"
import { GATEWAY_MODULE } from "../../modules/gateway"
import { byHandKey } from "../../modules/gateway/domain/by-hand"
import { wasNotMade } from "../../modules/gateway/domain/refund"
import type GatewayModuleService from "../../modules/gateway/service"
import { refundKey } from "../../modules/ledger/domain/refund"
import { notifyStaff } from "../notify-staff"
import { orderOfSession } from "../payment/order-paid-by"
import { postRefunds } from "../payment/post-refunds"
import { assertStillMayGoBack } from "../vendor-order/may-go-back"
import { paymentsIn, readOrderState } from "../vendor-order/read-order-state"
import { targetOfRefund } from "../vendor-order/target-of-refund"
import { ledgerOf } from "./collection-books"
import { prepaidPaymentOf } from "./prepaid-payment-of"

type Refund = { id: string; raw_amount: Amount }

/** What was paid at the door of an order, under the name by which it goes back. */
type Cash = { order_id: string; reference: string; currency_code: string }

/**
 * Refunds of Medusa's of what was to be paid at the door. Of a part that was prepaid by a link they go back the way they came.
 * Cash cannot: such a refund becomes an attempt that waits for an account of the buyer's, and for the people who send it
 * there. All are booked as every attempt is. Any number of runs make one attempt of each refund.
 */
export async function giveBackCash(
  container: MedusaContainer,
  { payment_id, session_id }: { payment_id: string; session_id: string }
): Promise<void> {
  const order_id = await orderOfSession(container, session_id)
  const order = order_id ? await readOrderState(container, order_id) : null
  const payment = order && paymentsIn(order).find(({ id }) => id === payment_id)
  if (!order || !payment?.refunds?.length) {
    return
  }
  const { currency_code, captures = [], refunds } = payment
  const sum = (moved: { raw_amount: Amount }[]) =>
    sumMinor(moved.map(({ raw_amount }) => toMinorUnits(raw_amount, currency_code)))
  const [collected, back] = [sum(captures), sum(refunds)]
  const reference = await container.resolve<GatewayModuleService>(GATEWAY_MODULE).keepCash({
    session_id,
    email: order.email ?? "",
    currency_code,
    // That no more goes back than was collected is for core to refuse.
    paid_minor: collected > back ? collected : back,
  })
  const used = new Set<string>()
  for (const refund of await askedFirst(container, refunds)) {
    used.add(await ask(container, refund, { order_id: order.id, reference, currency_code }))
  }
  for (const each of used) {
    await postRefunds(container, each)
  }
}

/**
 * Those that were asked for before come first: an attempt whose answer was lost has to be its own refund's again before
 * another of the same amount could be taken for it.
 */
async function askedFirst(container: MedusaContainer, refunds: Refund[]): Promise<Refund[]> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const asked = new Set((await gateway.refundsFor(refunds.map(({ id }) => id))).map(({ key }) => key))

  return refunds.toSorted((a, b) => Number(asked.has(b.id)) - Number(asked.has(a.id)))
}

/** Answers the payment that the refund is made of. */
async function ask(container: MedusaContainer, refund: Refund, cash: Cash): Promise<string> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const tries = await gateway.refundsFor([refund.id, byHandKey(refund.id)])
  const own = tries.find(({ key }) => key === refund.id)
  const byHand = tries.find(({ key }) => key === byHandKey(refund.id))
  const isRefusedThere = own !== undefined && wasNotMade(own)
  const asked = byHand ?? (isRefusedThere ? undefined : own)
  if (asked && !asked.is_disowned && !UNCERTAIN.includes(asked.state)) {
    return asked.reference
  }
  // It was booked, and sent by hand, before there were attempts.
  if (!own && (await ledgerOf(container).entryByKey(refundKey(refund.id)))) {
    return cash.reference
  }
  const amount_minor = toMinorUnits(refund.raw_amount, cash.currency_code)
  await assertNotTakenSince(container, { refund_id: refund.id, amount_minor }, cash)
  if (!byHand && !isRefusedThere) {
    const of = { order_id: cash.order_id, refund_id: refund.id, amount_minor }
    const reference = own?.reference ?? (await prepaidPaymentOf(container, of)) ?? cash.reference
    if (await isTaken(gateway, { reference, key: refund.id, amount_minor }, cash)) {
      return reference
    }
  }
  // Medusa has given it back already, so people send what the gateway will not.
  const { reference } = cash
  await gateway.refund({ reference, key: byHandKey(refund.id), amount_minor, origin: "medusa" })

  return reference
}

/** Medusa has noted the refund before this, and a bank may have taken what was prepaid by a link. @throws not allowed */
async function assertNotTakenSince(
  container: MedusaContainer,
  { refund_id, amount_minor }: { refund_id: string; amount_minor: bigint },
  { order_id, currency_code }: Cash
): Promise<void> {
  const target = await targetOfRefund(container, { key: refund_id, amount_minor }, order_id)
  const asked = {
    order_id,
    vendor_order_id: target?.vendor_order_id,
    request_id: target?.request_id ?? undefined,
    amount_minor,
  }
  try {
    await assertStillMayGoBack(container, asked, { refund_id })
  } catch (error) {
    // Of a refund of a part whoever finishes it tells.
    if (!target && isRefused(error)) {
      await notifyStaff(container, {
        key: `refund-not-made:${refund_id}`,
        title: "A refund was not made",
        description: `Refund ${refund_id} of order ${order_id}, ${sayAmount(amount_minor, currency_code)}, waited for a gateway and is not made any more. ${error.message}`,
      })
    }
    throw error
  }
}

/** False when the gateway refuses for good what is not cash. @throws what may still turn out well, and for cash */
async function isTaken(
  gateway: GatewayModuleService,
  asked: { reference: string; key: string; amount_minor: bigint },
  cash: Cash
): Promise<boolean> {
  try {
    await gateway.refund({ ...asked, origin: "medusa" })
    return true
  } catch (error) {
    if (asked.reference === cash.reference || !isRefused(error)) {
      throw error
    }
    return false
  }
}

/** Of which nobody knows that they were made. */
const UNCERTAIN: RefundAttempt["state"][] = ["requested", "unknown", "not_executed"]

const isRefused = (error: unknown): error is MedusaError =>
  MedusaError.isMedusaError(error) && error.code === ErrorCode.PAYMENT_REFUND_REFUSED
