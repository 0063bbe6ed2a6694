/** Why money goes back to a buyer. */
export const REFUND_REASONS = [
  "canceled_by_shop",
  "canceled_by_buyer",
  "canceled_by_staff",
  "not_confirmed",
  "not_shipped",
  "not_received",
  "damaged",
  "not_as_described",
  "wrong_item",
  "changed_mind",
  "goodwill",
  "other",
] as const

/** Those that a person may give who refunds a part of an order; the others are given by what happened. */
export const GIVEN_REASONS = [
  "not_received",
  "damaged",
  "not_as_described",
  "wrong_item",
  "changed_mind",
  "goodwill",
  "other",
] as const satisfies (typeof REFUND_REASONS)[number][]
