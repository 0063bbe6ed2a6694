export const VENDOR_ORDER_STATUSES = [
  "pending",
  "confirmed",
  "shipped",
  "delivered",
  "partly_returned",
  "returned",
  "canceled",
] as const

export type VendorOrderStatus = (typeof VENDOR_ORDER_STATUSES)[number]

/** The one table of what may follow what. */
export const vendorOrderTransitions: Record<VendorOrderStatus, readonly VendorOrderStatus[]> = {
  pending: ["confirmed", "canceled"],
  confirmed: ["shipped", "canceled"],
  // What is refused at the door comes back without having been delivered.
  shipped: ["delivered", "returned"],
  delivered: ["partly_returned", "returned"],
  partly_returned: ["partly_returned", "returned"],
  returned: [],
  canceled: [],
}

export function canMove(from: VendorOrderStatus, to: VendorOrderStatus): boolean {
  return vendorOrderTransitions[from].includes(to)
}
