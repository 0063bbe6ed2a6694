import { canMove, type VendorOrderStatus } from "./status"

/** How far one item has come; what Medusa knows of it now, not what was sold. */
export type ItemProgress = {
  quantity: number
  fulfilled: number
  shipped: number
  delivered: number
  returned: number
}

type Pieces = {
  current_quantity: number
  fulfilled_quantity: number
  paid_back_quantity: number
  lost_quantity: number
}

/**
 * How many pieces of a line its buyer can still expect: not those that were given back the money for before they were packed, nor
 * those that were lost on their way. A shop that cannot send the rest of an order has done its part with what it has sent.
 */
export const stillToArrive = (line: Pieces): number =>
  Math.max(line.current_quantity - line.paid_back_quantity, line.fulfilled_quantity - line.lost_quantity, 0)

/** The way of an order that nothing goes wrong with. */
const WAY = ["pending", "confirmed", "shipped", "delivered"] as const satisfies VendorOrderStatus[]

/**
 * The statuses that a vendor order passes through, in order, to reach what its items say: confirmed as soon as one is packed,
 * shipped when all are, delivered when all are, and only then returned, in part or whole: what came back of one parcel says
 * nothing of another that is still on its way. It never goes back, and leaves what is canceled alone.
 */
export function stepsForward(status: VendorOrderStatus, items: ItemProgress[]): VendorOrderStatus[] {
  const wanted = items.filter(({ quantity }) => quantity > 0)
  const from = (WAY as readonly VendorOrderStatus[]).indexOf(status)
  const goal = reached(wanted)
  const steps: VendorOrderStatus[] = from < 0 ? [] : WAY.slice(from + 1, WAY.indexOf(goal) + 1)
  const at = steps.at(-1) ?? status
  const back = goal === "delivered" ? returnedOf(wanted) : null

  return back && back !== at && canMove(at, back) ? [...steps, back] : steps
}

function returnedOf(wanted: ItemProgress[]): "returned" | "partly_returned" | null {
  if (wanted.every(({ quantity, returned }) => returned >= quantity)) {
    return "returned"
  }

  return wanted.some(({ returned }) => returned > 0) ? "partly_returned" : null
}

function reached(wanted: ItemProgress[]): (typeof WAY)[number] {
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
