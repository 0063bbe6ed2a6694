/** How a reader of an order has shown that it may; what is not for everybody's eyes asks for one of the first two. */
export type OrderAccess = "buyer" | "link" | "open"

type Facts = {
  order: { customer_id: string | null; placed_at: Date }
  /** The signed-in customer; null for a guest. */
  customer_id: string | null
  has_link: boolean
  /** For how long anybody who knows the id may read. */
  open_hours: number
}

/** Who may read an order: its buyer, the holder of a signed link, and for a while anybody. Null for all others. */
export function orderAccess(facts: Facts, now: Date): OrderAccess | null {
  const { order, customer_id, has_link, open_hours } = facts
  if (customer_id && order.customer_id === customer_id) {
    return "buyer"
  }
  if (has_link) {
    return "link"
  }

  return now.getTime() - order.placed_at.getTime() < open_hours * 3_600_000 ? "open" : null
}
