import { MathBN } from "@medusajs/framework/utils"
import { toMajorUnits } from "../../lib/money"
import type { RefundRequest } from "../../modules/vendor-order/after-sale-types"
import type { Buyer } from "../../modules/vendor-order/buyer-rows"
import type { Collection } from "../../modules/vendor-order/collection-types"
import type { CancellationStage } from "../../modules/vendor-order/domain/cancellation"
import { isPaidUp } from "../../modules/vendor-order/domain/pay-on-delivery"
import type { RefundStage } from "../../modules/vendor-order/domain/refund-request"
import type { Cancellation, SoldLine, VendorOrderView } from "../../modules/vendor-order/types"
import { collectionDetails } from "../pay-on-delivery/collection-view"
import type { LoadedVendorOrder } from "./load-vendor-order"
import { fulfilmentsOf } from "./own-fulfilment"
import { type Fulfilment, isCanceled, type OrderState, paymentStanding } from "./read-order-state"
import { countedRequests, isDeliveryLeft, leftOfLine } from "./refund-left"
import { knownCarriers } from "./tracking"

/** Amounts of the vendor API are decimal strings in major units: no digit is lost on the way. */
const major = (currencyCode: string) => (minor: bigint) => toMajorUnits(minor, currencyCode)

/** What every answer says of a shop's order. */
export function orderSummary(order: VendorOrderView) {
  const amount = major(order.currency_code)

  return {
    id: order.id,
    display_number: order.display_number,
    status: order.status,
    currency_code: order.currency_code,
    placed_at: order.placed_at,
    item_count: order.item_count,
    item_subtotal: amount(order.item_minor),
    shipping_subtotal: amount(order.shipping_minor),
    vendor_discount_total: amount(order.vendor_discount_minor),
    platform_discount_total: amount(order.platform_discount_minor),
    tax_total: amount(order.tax_minor),
    platform_tax_total: amount(order.platform_tax_minor),
    total: amount(order.total_minor),
    commission_total: amount(order.commission_minor),
    commission_tax_total: amount(order.commission_tax_minor),
    withholding_total: amount(order.withholding_minor),
    net_total: amount(order.net_minor),
  }
}

export const REFUND_STATUS = {
  opened: "pending",
  withdrawn: "pending",
  refunded: "made",
  /** The platform gives it back by hand. */
  refused: "refused",
} satisfies Record<CancellationStage, string>

/** How a refund of a part stands. */
export const REQUEST_STATUS = {
  opened: "pending",
  made: "made",
  refused: "refused",
  failed: "failed",
  retrying: "pending",
} as const satisfies Record<RefundStage, string>

const isItem = ({ kind }: SoldLine) => kind === "item"

/** A line as lists show it. */
const lineSummary = (line: SoldLine) => ({
  id: line.id,
  title: line.title,
  sku: line.sku,
  quantity: Number(line.quantity),
  fulfilled_quantity: line.fulfilled_quantity,
})

export const listedOrder = (order: VendorOrderView, lines: SoldLine[], buyer: Buyer | undefined) => ({
  ...orderSummary(order),
  buyer: { name: nameOf(buyer), city: buyer?.city ?? null },
  lines: lines.filter((line) => line.vendor_order_id === order.id && isItem(line)).map(lineSummary),
})

const nameOf = (buyer: Omit<Buyer, "city"> | null | undefined) =>
  [buyer?.first_name, buyer?.last_name].filter(Boolean).join(" ")

type Transition = {
  from_status: string | null
  to_status: string
  actor: string
  reason: string | null
  created_at: Date | string
}

type VendorOrderDetails = LoadedVendorOrder & {
  transitions: Transition[]
  cancellation: Cancellation | null
  collection: Collection | null
  /** Those of this part. */
  refunds: RefundRequest[]
  /** What a refund of this part can give back at most. */
  refundable_minor: bigint
}

/** A shop's order in full: of its buyer what is needed to deliver, of the commercial order nothing else. */
export function orderDetails(details: VendorOrderDetails) {
  const { vendor_order, lines, order, transitions, cancellation, collection, refunds } = details
  const amount = major(vendor_order.currency_code)
  const payment_status = paymentStanding(order)
  const isOff = vendor_order.status === "canceled" || isCanceled(order)
  const counted = countedRequests(refunds, vendor_order.id)
  const isHeld = payment_status !== "unpaid" || vendor_order.charged_minor === 0n

  return {
    ...orderSummary(vendor_order),
    payment_status,
    /** Whether the shop will get its net: not for what is canceled, nor before the buyer's money is in. */
    is_payable: !isOff && (collection ? isPaidUp(collection) : payment_status === "paid"),
    /** What is paid at the door; null for what is paid otherwise. */
    collection: collection && collectionDetails(collection),
    ...deliveryOf(order, !isOff && isHeld),
    lines: lines.filter(isItem).map((line) => ({
      ...lineDetails(line, vendor_order.currency_code),
      /** How many of its pieces a refund can still name. */
      refundable_quantity: leftOfLine(line, counted),
    })),
    shipping_methods: lines
      .filter((line) => !isItem(line))
      .map((line) => moneyOf(line, vendor_order.currency_code)),
    fulfilments: fulfilmentsOf(order, lines).map((fulfilment) => fulfilmentView(fulfilment, lines)),
    cancellation: cancellation && {
      reason: cancellation.reason,
      refund_amount: amount(cancellation.amount_minor),
      refund_status: REFUND_STATUS[cancellation.stage],
    },
    refunds: refunds.map((refund) => ({
      id: refund.id,
      status: REQUEST_STATUS[refund.stage],
      amount: amount(refund.amount_minor),
      reason: refund.reason_code,
      note: refund.note,
      created_at: refund.created_at,
    })),
    /** What can still go back to the buyer: nothing of what is off, which gives all back by itself. */
    refundable_amount: amount(isOff ? 0n : details.refundable_minor),
    /** Whether a refund can still name delivery. */
    is_delivery_refundable: isDeliveryLeft(lines, counted),
    history: transitions.map(({ from_status, to_status, actor, reason, created_at }) => ({
      from_status,
      to_status,
      actor,
      reason,
      created_at,
    })),
  }
}

/** How the buyer is reached is for delivering: nobody needs it for what is not paid, or off. */
function deliveryOf({ email, shipping_address: address }: OrderState, isToServe: boolean) {
  if (!isToServe) {
    return { buyer: { name: nameOf(address), email: null, phone: null }, delivery_address: null }
  }

  return {
    buyer: { name: nameOf(address), email, phone: address?.phone ?? null },
    delivery_address: address && {
      company: address.company,
      address_1: address.address_1,
      address_2: address.address_2,
      city: address.city,
      province: address.province,
      postal_code: address.postal_code,
      country_code: address.country_code,
    },
  }
}

function moneyOf(line: SoldLine, currencyCode: string) {
  const amount = major(currencyCode)

  return {
    id: line.id,
    title: line.title,
    unit_price: line.unit_price,
    subtotal: amount(line.gross_minor),
    vendor_discount_total: amount(line.vendor_discount_minor),
    platform_discount_total: amount(line.platform_discount_minor),
    tax_total: amount(line.tax_minor),
    platform_tax_total: amount(line.platform_tax_minor),
    total: amount(line.total_minor),
    commission_rate_bps: line.commission_rate_bps,
    commission_explanation: line.commission_explanation,
    commission_total: amount(line.commission_minor),
    commission_tax_total: amount(line.commission_tax_minor),
    withholding_total: amount(line.withholding_minor),
    net_total: amount(line.net_minor),
  }
}

const lineDetails = (line: SoldLine, currencyCode: string) => ({
  ...moneyOf(line, currencyCode),
  product_id: line.product_id,
  variant_title: line.variant_title,
  sku: line.sku,
  thumbnail: line.thumbnail,
  quantity: Number(line.quantity),
  fulfilled_quantity: line.fulfilled_quantity,
  shipped_quantity: line.shipped_quantity,
  delivered_quantity: line.delivered_quantity,
  return_requested_quantity: line.return_requested_quantity,
  returned_quantity: line.returned_quantity,
  unfulfilled_quantity: Math.max(line.current_quantity - line.fulfilled_quantity, 0),
})

function fulfilmentView(fulfilment: Fulfilment, lines: SoldLine[]) {
  const carriers = knownCarriers(fulfilment.metadata)

  return {
    id: fulfilment.id,
    status: fulfilmentStatus(fulfilment),
    packed_at: fulfilment.packed_at,
    shipped_at: fulfilment.shipped_at,
    delivered_at: fulfilment.delivered_at,
    canceled_at: fulfilment.canceled_at,
    items: fulfilment.items.flatMap(({ line_item_id, quantity }) => {
      const line = lines.find(({ source_id }) => source_id === line_item_id)
      return line ? [{ line_id: line.id, quantity: MathBN.convert(quantity).toNumber() }] : []
    }),
    tracking: fulfilment.labels.map(({ tracking_number, tracking_url }) => ({
      number: tracking_number,
      url: tracking_url || null,
      carrier: carriers[tracking_number] ?? null,
    })),
  }
}

function fulfilmentStatus({ canceled_at, delivered_at, shipped_at }: Fulfilment) {
  if (canceled_at) {
    return "canceled"
  }
  if (delivered_at) {
    return "delivered"
  }

  return shipped_at ? "shipped" : "packed"
}
