import { eventNames } from "../../lib/outgoing-events"
import { COLLECTION_STATES } from "./domain/pay-on-delivery"
import { REFUND_STAGES } from "./domain/refund-request"
import { RETURN_STATES } from "./domain/return"
import { VENDOR_ORDER_STATUSES } from "./domain/status"

export const VendorOrderEvents = {
  ...eventNames("vendor-order", VENDOR_ORDER_STATUSES),
  DELIVERY_CONFIRMED: "vendor-order.delivery-confirmed",
} as const

export const VendorOrderRefundEvents = eventNames("vendor-order-refund", REFUND_STAGES)

export const VendorOrderReturnEvents = eventNames("vendor-order-return", RETURN_STATES)

/** Nothing is told of `due`, in which each begins. */
export const VendorOrderCollectionEvents = eventNames("vendor-order-collection", COLLECTION_STATES)
