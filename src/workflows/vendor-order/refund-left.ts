import { sumMinor } from "../../lib/money"
import type { RefundRequest } from "../../modules/vendor-order/after-sale-types"
import type { Collection } from "../../modules/vendor-order/collection-types"
import { isPaidUp } from "../../modules/vendor-order/domain/pay-on-delivery"
import { COUNTED_STAGES } from "../../modules/vendor-order/domain/refund-request"
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
