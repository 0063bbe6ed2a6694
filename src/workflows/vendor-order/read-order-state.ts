import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { type Amount, toMinorUnits } from "../../lib/money"
import type { VendorOrderView } from "../../modules/vendor-order/types"

export type Fulfilment = {
  id: string
  location_id: string | null
  created_at: Date | string
  packed_at: Date | string | null
  shipped_at: Date | string | null
  delivered_at: Date | string | null
  canceled_at: Date | string | null
  metadata: Record<string, unknown> | null
  items: { line_item_id: string; quantity: Amount }[]
  labels: { id: string; tracking_number: string; tracking_url: string }[]
}

export type Payment = {
  id: string
  provider_id: string
  currency_code: string
  payment_session?: { id: string } | null
  captures?: { raw_amount: Amount }[]
  refunds?: { id: string; raw_amount: Amount; note: string | null }[]
}

/** How a commercial order stands in Medusa: what every part of it depends on. */
export type OrderState = {
  id: string
  email: string | null
  status: string
  shipping_address: Record<
    | "first_name"
    | "last_name"
    | "company"
    | "address_1"
    | "address_2"
    | "city"
    | "province"
    | "postal_code"
    | "country_code"
    | "phone",
    string | null
  > | null
  fulfillments: Fulfilment[]
  payment_collections: { status: string; payments?: Payment[] }[]
}

const ADDRESS = [
  "first_name",
  "last_name",
  "company",
  "address_1",
  "address_2",
  "city",
  "province",
  "postal_code",
  "country_code",
  "phone",
]

const FULFILMENT = [
  "id",
  "location_id",
  "created_at",
  "packed_at",
  "shipped_at",
  "delivered_at",
  "canceled_at",
  "metadata",
  "items.line_item_id",
  "items.quantity",
  "labels.id",
  "labels.tracking_number",
  "labels.tracking_url",
]

const PAYMENT = [
  "id",
  "provider_id",
  "currency_code",
  "payment_session.id",
  "captures.raw_amount",
  "refunds.id",
  "refunds.raw_amount",
  "refunds.note",
]

export async function readOrderState(container: MedusaContainer, orderId: string): Promise<OrderState> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph(
    {
      entity: "order",
      fields: [
        "id",
        "email",
        "status",
        ...ADDRESS.map((field) => `shipping_address.${field}`),
        ...FULFILMENT.map((field) => `fulfillments.${field}`),
        "payment_collections.status",
        ...PAYMENT.map((field) => `payment_collections.payments.${field}`),
      ],
      filters: { id: orderId },
    },
    { throwIfKeyNotFound: true }
  )
  // Links of other modules are absent from the order's own type.
  const order = data[0] as unknown as OrderState

  return {
    ...order,
    fulfillments: order.fulfillments ?? [],
    payment_collections: order.payment_collections ?? [],
  }
}

export const paymentsIn = (order: OrderState): Payment[] =>
  order.payment_collections.flatMap(({ payments }) => payments ?? [])

const HELD = ["authorized", "completed", "partially_captured"]

/** `paid`: collected. `authorized`: promised and still to be collected. */
type PaymentStanding = "paid" | "authorized" | "unpaid"

export function paymentStanding(order: OrderState): PaymentStanding {
  const statuses = order.payment_collections.map(({ status }) => status)
  if (statuses.includes("completed")) {
    return "paid"
  }

  return statuses.some((status) => HELD.includes(status)) ? "authorized" : "unpaid"
}

/** What a payment can still give back, as Medusa counts. */
export function leftOfPayment({ captures, refunds }: Payment) {
  const sum = (amounts: { raw_amount: Amount }[] = []) =>
    MathBN.sum(0, ...amounts.map(({ raw_amount }) => raw_amount))

  return MathBN.sub(sum(captures), sum(refunds))
}

/** What a payment can still give back, in minor units. */
export const refundableOf = (payment: Payment): bigint =>
  toMinorUnits(leftOfPayment(payment), payment.currency_code)

/** What went back of an order, as Medusa knows it, in minor units. */
export const refundsIn = (order: OrderState): { note: string | null; amount_minor: bigint }[] =>
  paymentsIn(order).flatMap(({ refunds = [], currency_code }) =>
    refunds.map(({ note, raw_amount }) => ({ note, amount_minor: toMinorUnits(raw_amount, currency_code) }))
  )

export const isCanceled = (order: OrderState) => order.status === "canceled"

/** @throws not allowed for an order that is off, or that nobody has paid */
export function assertServable(order: OrderState, vendorOrder: VendorOrderView): void {
  if (isCanceled(order) || vendorOrder.status === "canceled") {
    throw notAllowed(ErrorCode.VENDOR_ORDER_TRANSITION_REFUSED, "This order is canceled.")
  }
  if (vendorOrder.charged_minor > 0n && paymentStanding(order) === "unpaid") {
    throw notAllowed(ErrorCode.VENDOR_ORDER_NOT_PAID, "This order is not paid.")
  }
}
