import { sumMinor } from "../../lib/money"
import type { RefundRequest } from "../../modules/vendor-order/after-sale-types"
import type { Collection } from "../../modules/vendor-order/collection-types"
import { isPaidUp } from "../../modules/vendor-order/domain/pay-on-delivery"
import {
  COUNTED_STAGES,
  type RefundedLine,
  refundableQuantity,
  refundedQuantity,
} from "../../modules/vendor-order/domain/refund-request"
import type { LoadedVendorOrder } from "./load-vendor-order"
import { paymentsIn, refundableOf } from "./read-order-state"

/** What is asked for of one part, and has left, or may have left, or will. */
export const countedRequests = (requests: RefundRequest[], vendorOrderId: string): RefundRequest[] =>
  requests.filter(
    ({ vendor_order_id, stage }) => vendor_order_id === vendorOrderId && COUNTED_STAGES.includes(stage)
  )

/** What of the buyer's money for a part went back already, or may be on its way. */
export async function takenOf(
  { service, vendor_order }: Pick<LoadedVendorOrder, "service" | "vendor_order">,
  requests: RefundRequest[]
): Promise<bigint> {
  const booked = await service.listVendorOrderRefunds({ vendor_order_id: vendor_order.id })
  // What was booked for a request is counted by the request, which also knows what is not booked yet.
  const others = booked.filter(({ request_id }) => !request_id).map((row) => BigInt(row.amount_minor))
  const asked = countedRequests(requests, vendor_order.id).map(({ amount_minor }) => amount_minor)

  return sumMinor([...others, ...asked])
}

/** The most that one payment of the order can still give back for a part. */
export function mostOfOnePayment(
  { order, vendor_order }: Pick<LoadedVendorOrder, "order" | "vendor_order">,
  collections: Collection[]
): bigint {
  const isUncollected = collections.some(
    (collection) => collection.vendor_order_id === vendor_order.id && !isPaidUp(collection)
  )

  // What other parts have paid at the door is not this one's.
  return (isUncollected ? [] : paymentsIn(order))
    .map(refundableOf)
    .reduce((most, amount) => (amount > most ? amount : most), 0n)
}

type CountedRefund = { lines: Pick<RefundedLine, "line_id" | "quantity">[] }

type NamedLine = { id: string; kind: "item" | "shipping"; quantity: string | number }

/** How many pieces of a line, or 1 of delivery, can still be refunded by name after these refunds of its part. */
export const leftOfLine = ({ id, kind, quantity }: NamedLine, counted: CountedRefund[]): number =>
  refundableQuantity({ kind, quantity: Number(quantity), refunded_quantity: refundedQuantity(id, counted) })

/** Whether anything was paid for delivery that no refund by name gave back. */
export const isDeliveryLeft = (
  lines: (NamedLine & { total_minor: string | bigint })[],
  counted: CountedRefund[]
): boolean =>
  lines.some(
    (line) => line.kind === "shipping" && BigInt(line.total_minor) > 0n && leftOfLine(line, counted) > 0
  )
