import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { type Amount, sumMinor, toMajorUnits, toMinorUnits } from "../../lib/money"
import { isPaidOnDelivery } from "../../lib/pay-on-delivery"
import type { Collection } from "../../modules/vendor-order/collection-types"
import { isPaidUp } from "../../modules/vendor-order/domain/pay-on-delivery"

type Capture = { id: string; raw_amount: Amount }

type Payment = {
  id: string
  provider_id: string
  currency_code: string
  canceled_at: Date | string | null
  captures?: Capture[]
}

type PaymentCollection = { id: string; raw_amount: Amount; payments?: Payment[] }

/**
 * Brings Medusa's payment up to what was collected of an order, or prepaid: it is captured by the difference, so that any number of runs
 * capture nothing twice. Once nothing is due any more, what was asked for is what was collected, and the order shows as paid;
 * the payment of an order of which nothing was collected is canceled.
 */
export async function showCollected(
  container: MedusaContainer,
  { order_id, collections }: { order_id: string; collections: Collection[] }
): Promise<void> {
  const found = await paymentOf(container, order_id)
  if (!found) {
    return
  }
  const { payment, collection } = found
  const { currency_code, captures = [] } = payment
  const collected = sumMinor(
    collections.filter((collection) => isPaidUp(collection)).map(({ amount_minor }) => amount_minor)
  )
  const captured = sumMinor(captures.map(({ raw_amount }) => toMinorUnits(raw_amount, currency_code)))
  await addLostTransactions(container, order_id, payment)
  if (collected > captured) {
    const amount = MathBN.convert(toMajorUnits(collected - captured, currency_code))
    await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id, amount } })
  }
  if (collections.some(({ state }) => state === "due")) {
    return
  }
  const payments = container.resolve(Modules.PAYMENT)
  if (collected === 0n) {
    await payments.cancelPayment(payment.id)
    await payments.updatePaymentCollections(collection.id, { status: "canceled" } as never)
    return
  }
  if (toMinorUnits(collection.raw_amount, currency_code) > collected) {
    await payments.updatePaymentCollections(collection.id, {
      amount: MathBN.convert(toMajorUnits(collected, currency_code)),
      status: "completed",
      completed_at: new Date(),
    } as never)
  }
}

async function paymentOf(
  container: MedusaContainer,
  orderId: string
): Promise<{ payment: Payment; collection: PaymentCollection } | null> {
  const payment = ["id", "provider_id", "currency_code", "canceled_at", "captures.id", "captures.raw_amount"]
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "payment_collections.id",
      "payment_collections.raw_amount",
      ...payment.map((field) => `payment_collections.payments.${field}`),
    ],
    filters: { id: orderId },
  })
  const collections = (data[0]?.payment_collections ?? []) as unknown as PaymentCollection[]
  for (const collection of collections) {
    const own = collection.payments?.find((one) => isPaidOnDelivery(one.provider_id) && !one.canceled_at)
    if (own) {
      return { payment: own, collection }
    }
  }

  return null
}

/** A killed server may have left a capture that the order's own transactions do not know of. */
async function addLostTransactions(
  container: MedusaContainer,
  order_id: string,
  { captures = [], currency_code }: Payment
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const known = captures.length ? await orders.listOrderTransactions({ order_id, reference: "capture" }) : []
  const lost = captures.filter(({ id }) => !known.some(({ reference_id }) => reference_id === id))
  if (lost.length) {
    await orders.addOrderTransactions(
      lost.map(({ id, raw_amount }) => ({
        order_id,
        amount: raw_amount as never,
        currency_code,
        reference: "capture",
        reference_id: id,
      }))
    )
  }
}
