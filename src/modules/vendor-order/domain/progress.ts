import { canMove, type VendorOrderStatus } from "./status"

/** How far one item has come; what Medusa knows of it now, not what was sold. */
export type ItemProgress = {
  quantity: number
  fulfilled: number
  shipped: number
  delivered: number
}

/** The way of an order that nothing goes wrong with. */
const WAY = ["pending", "confirmed", "shipped", "delivered"] as const satisfies VendorOrderStatus[]

/**
 * The statuses that a vendor order passes through, in order, to reach what its items say: shipped when all are, delivered
 * when all are, confirmed as soon as one is packed. It never goes back, and leaves what is canceled or returned alone.
 */
export function stepsForward(status: VendorOrderStatus, items: ItemProgress[]): VendorOrderStatus[] {
  const from = (WAY as readonly VendorOrderStatus[]).indexOf(status)
  const to = WAY.indexOf(reached(items))

  return from < 0 ? [] : WAY.slice(from + 1, to + 1)
}

function reached(items: ItemProgress[]): (typeof WAY)[number] {
  const wanted = items.filter(({ quantity }) => quantity > 0)
  if (!wanted.length) {
    return "pending"
  }
  if (wanted.every(({ quantity, delivered }) => delivered >= quantity)) {
    return "delivered"
  }
  // What was handed over without a shipment has left the shop, too.
  if (wanted.every(({ quantity, shipped, delivered }) => Math.max(shipped, delivered) >= quantity)) {
    return "shipped"
  }

  return wanted.some(({ fulfilled }) => fulfilled > 0) ? "confirmed" : "pending"
}

/** What happened to the whole order ends the parts that have not been shipped. */
export const isCanceledWithOrder = (status: VendorOrderStatus): boolean => canMove(status, "canceled")
