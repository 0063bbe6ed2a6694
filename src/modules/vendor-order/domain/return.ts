import type { RefundReason } from "./refund-request"

export const RETURN_STATES = [
  "requested",
  "approved",
  "rejected",
  "in_transit",
  "received",
  "refunded",
  "disputed",
] as const

export type ReturnState = (typeof RETURN_STATES)[number]

/**
 * The one table of what may follow what. Goods may be handed over at the shop, so nothing has to be in transit. Goods that are
 * back and not as they should be are disputed at once: as `received` they would be paid back.
 */
export const returnTransitions: Record<ReturnState, readonly ReturnState[]> = {
  requested: ["approved", "rejected"],
  approved: ["in_transit", "received", "disputed", "rejected"],
  rejected: [],
  in_transit: ["received", "disputed"],
  received: ["refunded"],
  refunded: [],
  disputed: ["refunded", "rejected"],
}

/** Nobody takes an approval back: only the clock ends it, when nothing was sent. */
export const canMoveReturn = (from: ReturnState, to: ReturnState, by: string | null = null): boolean =>
  returnTransitions[from].includes(to) && (from !== "approved" || to !== "rejected" || by === "clock")

/** What is back as it should be goes into stock unless the shop says no; what is disputed only when it says so. */
export const goesIntoStock = (to: ReturnState, wish?: boolean): boolean => wish ?? to !== "disputed"

/** Why buyers send goods back. */
export const RETURN_REASONS = [
  "damaged",
  "not_as_described",
  "wrong_item",
  "changed_mind",
  "other",
] as const satisfies RefundReason[]

export type ReturnReason = (typeof RETURN_REASONS)[number]

export const MOST_RETURN_PHOTOS = 6

export type ReturnableLine = {
  id: string
  kind: "item" | "shipping"
  /** As Medusa's order names it. */
  source_id: string
  delivered: number
  /** On their way back, or back. */
  returning: number
  /** Paid back without coming back. */
  refunded: number
}

export type ReturnFacts = {
  lines: ReturnableLine[]
  /** When all of the order was delivered; null as long as it is not. */
  delivered_at: Date | null
  window_days: number
  now: Date
}

export type ReturnVerdict =
  | { is_allowed: true }
  | { is_allowed: false; code: "refused" | "line" | "quantity"; why: string }

const DAY_MS = 86_400_000

const refused = (
  code: Extract<ReturnVerdict, { is_allowed: false }>["code"],
  why: string
): ReturnVerdict => ({ is_allowed: false, code, why })

/** Whether a buyer may send these pieces back: what has arrived, while the window is open, and no piece twice. */
export function decideReturn(items: { id: string; quantity: number }[], facts: ReturnFacts): ReturnVerdict {
  const { lines, delivered_at, window_days, now } = facts
  if (delivered_at && now.getTime() - delivered_at.getTime() > window_days * DAY_MS) {
    return refused("refused", `Goods can be sent back for ${window_days} days after their delivery.`)
  }
  for (const { id, quantity } of items) {
    const line = lines.find(({ source_id, kind }) => source_id === id && kind === "item")
    if (!line) {
      return refused("line", `Item ${id} is not one of this shop's part of the order.`)
    }
    const left = Math.max(line.delivered - line.returning - line.refunded, 0)
    if (quantity > left) {
      return refused("quantity", `Only ${left} of item ${id} can be sent back.`)
    }
  }

  return { is_allowed: true }
}
