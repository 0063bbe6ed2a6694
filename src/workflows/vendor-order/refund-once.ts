import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { toMajorUnits } from "../../lib/money"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { cancellationNote, whyNotGiveBack } from "../../modules/vendor-order/domain/cancellation"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { Cancellation } from "../../modules/vendor-order/types"
import { postPaymentMovementsWorkflow } from "../payment/workflows/post-payment-movements"
import {
  isCanceled,
  type OrderState,
  paymentsIn,
  readOrderState,
  refundableOf,
  refundsIn,
} from "./read-order-state"

/**
 * Refunds a cancellation through Medusa, once: its note on Medusa's refund tells a later run that it was asked for, and
 * the gateway makes it once per refund. Then the books follow, so that the cancellation is done only when they have.
 */
export async function refundOnce(container: MedusaContainer, cancellation: Cancellation): Promise<void> {
  const found = await findRefund(container, cancellation)
  if (found) {
    await finishRefund(container, cancellation, found)
  } else {
    await makeRefund(container, cancellation)
  }
  const made = found ?? (await findRefund(container, cancellation))
  if (!made) {
    throw new Error(`Medusa lost the refund of vendor order ${cancellation.vendor_order_id}`)
  }
  await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .advanceCancellation(cancellation.id, { refund_key: made.refund_id })
  await postPaymentMovementsWorkflow(container).run({ input: { payment_id: made.payment_id } })
}

type FoundRefund = { refund_id: string; payment_id: string; session_id: string | null; currency_code: string }

async function findRefund(
  container: MedusaContainer,
  { order_id, vendor_order_id }: Cancellation
): Promise<FoundRefund | null> {
  const note = cancellationNote(vendor_order_id)
  for (const payment of paymentsIn(await readOrderState(container, order_id))) {
    const refund = payment.refunds?.find((candidate) => candidate.note === note)
    if (refund) {
      const { id: payment_id, currency_code } = payment
      return {
        refund_id: refund.id,
        payment_id,
        currency_code,
        session_id: payment.payment_session?.id ?? null,
      }
    }
  }

  return null
}

async function makeRefund(container: MedusaContainer, cancellation: Cancellation): Promise<void> {
  const { order_id, amount_minor, vendor_order_id, actor } = cancellation
  const order = await readOrderState(container, order_id)
  const why = await whyNot(container, cancellation, order)
  if (why) {
    throw notAllowed(ErrorCode.PAYMENT_REFUND_REFUSED, why)
  }
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
      note: cancellationNote(vendor_order_id),
    },
  })
}

/** Asked right before each refund: staff may have given the money back while the gateway did not answer. */
async function whyNot(
  container: MedusaContainer,
  { id, order_id, vendor_order_id, amount_minor }: Cancellation,
  order: OrderState
): Promise<string | null> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const parts = await service.listVendorOrders({ order_id }, { select: ["id"] })
  const booked = await service.listVendorOrderRefunds({ vendor_order_id: parts.map((part) => part.id) })
  const cancellations = await service.cancellationsOf(order_id)

  return whyNotGiveBack({
    vendor_order_id,
    amount_minor,
    is_order_canceled: isCanceled(order),
    given: refundsIn(order),
    booked: booked.map((row) => ({
      vendor_order_id: row.vendor_order_id,
      amount_minor: BigInt(row.amount_minor),
    })),
    open_vendor_order_ids: cancellations
      .filter((other) => other.id !== id && other.stage === "withdrawn")
      .map((other) => other.vendor_order_id),
  })
}

/** A killed server may have left a refund that the gateway, or the order's own transactions, do not know of. */
async function finishRefund(
  container: MedusaContainer,
  { order_id, amount_minor }: Cancellation,
  { refund_id, session_id, currency_code }: FoundRefund
): Promise<void> {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const transaction = session_id ? await gateway.findTransactionOfSession(session_id) : null
  if (transaction) {
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
    await orders.addOrderTransactions({
      order_id,
      amount: MathBN.mult(toMajorUnits(amount_minor, currency_code), -1),
      currency_code,
      reference: "refund",
      reference_id: refund_id,
    })
  }
}
