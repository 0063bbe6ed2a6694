import type { Answer } from "../../../lib/api/client"

export type Dispute = Answer<"GET /admin/disputes/:id">["dispute"]

/** A ruling may give money back. Medusa's page of the order keeps what it shows under the last. */
export const CHANGES = ["/admin/disputes", "/admin/vendor-orders", "/admin/refunds", "/orders"] as const

/** By when staff have to act; null for a case that waits for the bank, a refund, or nothing. */
export function clockOf({ state, act_at }: Pick<Dispute, "state" | "act_at">, now: Date) {
  return state === "open" ? { act_at, is_late: new Date(act_at) < now } : null
}
