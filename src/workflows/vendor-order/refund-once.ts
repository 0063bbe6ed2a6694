import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { sayAmount, toMajorUnits } from "../../lib/money"
import { isPaidOnDelivery } from "../../lib/pay-on-delivery"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { notifyStaff } from "../notify-staff"
import { postPaymentMovementsWorkflow } from "../payment/workflows/post-payment-movements"
import { assertMayGoBack, assertStillMayGoBack } from "./may-go-back"
import { type OrderState, paymentsIn, readOrderState, refundableOf } from "./read-order-state"

/** Money of one vendor order that goes back. */
export type RefundOfPart = {
  order_id: string
  vendor_order_id: string
  request_id?: string
  amount_minor: bigint
  actor: string
  /** Stands on Medusa's refund, and tells a later run that it was asked for. */
  note: string
}

type Hooks = {
  /** Asked right before the gateway is: why it must not be made, or null. */
  why_not?: (order: OrderState) => Promise<string | null>
  /** Keeps the id of Medusa's refund, before the books follow. */
  keep: (refund_key: string) => Promise<void>
}

/**
 * Refunds a part of an order through Medusa, once: the note on Medusa's refund tells a later run that it was asked for, and
 * the gateway makes it once per refund. Then the books follow, so that whatever asked for it is done only when they have.
 */
export async function refundOnce(
  container: MedusaContainer,
  part: RefundOfPart,
  hooks: Hooks
): Promise<void> {
  const found = await findRefund(container, part)
  if (found) {
    await finishRefund(container, part, { found, why_not: hooks.why_not })
  } else {
    await makeRefund(container, part, hooks)
  }
  const made = found ?? (await findRefund(container, part))
  if (!made) {
    throw new Error(`Medusa lost the refund of vendor order ${part.vendor_order_id}`)
  }
  await hooks.keep(made.refund_id)
  await postPaymentMovementsWorkflow(container).run({ input: { payment_id: made.payment_id } })
}

type FoundRefund = {
  refund_id: string
  payment_id: string
  provider_id: string
  session_id: string | null
  currency_code: string
}

async function findRefund(
  container: MedusaContainer,
  { order_id, note }: RefundOfPart
): Promise<FoundRefund | null> {
  for (const payment of paymentsIn(await readOrderState(container, order_id))) {
    const refund = payment.refunds?.find((candidate) => candidate.note === note)
    if (refund) {
      const { id: payment_id, provider_id, currency_code } = payment
      return {
        refund_id: refund.id,
        payment_id,
        provider_id,
        currency_code,
        session_id: payment.payment_session?.id ?? null,
      }
    }
  }

  return null
}

async function makeRefund(container: MedusaContainer, part: RefundOfPart, { why_not }: Hooks): Promise<void> {
  const { order_id, amount_minor, actor, note } = part
  const order = await readOrderState(container, order_id)
  await assertMayGoBack(container, part, { order, refund_id: null, why_not })
  const payment = paymentsIn(order).find((candidate) => refundableOf(candidate) >= amount_minor)
  if (!payment) {
    throw notAllowed(
      ErrorCode.PAYMENT_REFUND_REFUSED,
      "No payment of the order can give back so much any more."
    )
  }
  await refundPaymentWorkflow(container).run({
    input: {
      payment_id: payment.id,
      amount: MathBN.convert(toMajorUnits(amount_minor, payment.currency_code)),
      created_by: actor,
      note,
    },
  })
}

/** A killed server may have left a refund that the gateway, or the order's own transactions, do not know of. */
async function finishRefund(
  container: MedusaContainer,
  part: RefundOfPart,
  { found, why_not }: Pick<Hooks, "why_not"> & { found: FoundRefund }
): Promise<void> {
  const { order_id, amount_minor } = part
  const { refund_id, session_id, currency_code, provider_id } = found
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const transaction = session_id ? await gateway.findTransactionOfSession(session_id) : null
  const isAtDoor = isPaidOnDelivery(provider_id)
  if (transaction || isAtDoor) {
    await assertStillMayGoBack(container, part, { refund_id, why_not })
  }
  // What was to be paid at the door is given back where the books follow.
  if (transaction && !isAtDoor) {
    await gateway.refund({
      reference: transaction.reference,
      key: refund_id,
      amount_minor,
      origin: "medusa",
    })
  }
  const orders = container.resolve(Modules.ORDER)
  const [known] = await orders.listOrderTransactions({ order_id, reference_id: refund_id } as object, {
    take: 1,
  })
  if (!known) {
    if (!transaction && isOfOthers(provider_id)) {
      await tellToLook(container, part, found)
    }
    await orders.addOrderTransactions({
      order_id,
      amount: MathBN.mult(toMajorUnits(amount_minor, currency_code), -1),
      currency_code,
      reference: "refund",
      reference_id: refund_id,
    })
  }
}

/** Medusa's own provider moves no money: people pay it back in any case. */
const MOVES_NO_MONEY = "pp_system_default"

const isOfOthers = (providerId: string) => providerId !== MOVES_NO_MONEY && !isPaidOnDelivery(providerId)

/**
 * Medusa notes a refund before it asks the provider, and a provider that is none of our gateways cannot be asked for the outcome.
 * What may have left counts as given, so that nothing goes back twice; only a person can see whether it has.
 */
async function tellToLook(
  container: MedusaContainer,
  { vendor_order_id, amount_minor }: RefundOfPart,
  { refund_id, payment_id, provider_id, currency_code }: FoundRefund
): Promise<void> {
  const amount = sayAmount(amount_minor, currency_code)
  await notifyStaff(container, {
    key: `refund-unknown:${refund_id}`,
    title: "A refund may not have been made",
    description: `The server stopped while ${provider_id} was asked for refund ${refund_id}: ${amount} of payment ${payment_id}, for vendor order ${vendor_order_id}. It counts as made. Look it up at the provider, and make it there if it is missing.`,
  })
}
