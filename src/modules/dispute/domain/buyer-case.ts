export const BUYER_REASONS = [
  "not_received",
  "not_as_described",
  "damaged",
  "wrong_item",
  "missing_item",
  "refund_missing",
  "other",
] as const

const DAY_MS = 86_400_000

export type BuyerCaseFacts = {
  /** The last delivery of the shop's part; null while there was none. */
  delivered_at: Date | null
  is_canceled: boolean
  /** The buyer's money for the part is in. */
  is_paid: boolean
  /** What is left of what was paid for the part. */
  left_minor: bigint
  has_open_case: boolean
  /** Days after delivery. */
  window_days: number
}

export type BuyerCaseRefusal = "case_open" | "canceled" | "not_paid" | "nothing_left" | "too_late"

/** Why a buyer cannot open a case about a shop's part of an order; null when they can. */
export function whyNoCase(facts: BuyerCaseFacts, now: Date): BuyerCaseRefusal | null {
  if (facts.has_open_case) {
    return "case_open"
  }
  if (facts.is_canceled) {
    return "canceled"
  }
  if (!facts.is_paid) {
    return "not_paid"
  }
  if (facts.left_minor <= 0n) {
    return "nothing_left"
  }

  // What has not arrived can be missed for as long as it has not.
  return facts.delivered_at && now.getTime() - facts.delivered_at.getTime() > facts.window_days * DAY_MS
    ? "too_late"
    : null
}
