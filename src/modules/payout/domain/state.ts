/**
 * The one table of what may follow what. `posting` is committed before a rail is called; only `ready` is ever posted, and
 * always under the row's one reference.
 */
export const payoutTransitions = {
  awaiting_approval: ["ready", "rejected"],
  ready: ["posting", "rejected"],
  /** Back to `ready` when the rail certainly did not take it on. */
  posting: ["unknown", "pending", "needs_otp", "paid", "failed", "ready"],
  unknown: ["pending", "needs_otp", "paid", "failed", "ready"],
  pending: ["needs_otp", "paid", "failed"],
  needs_otp: ["pending", "paid", "failed"],
  paid: ["returned"],
  rejected: [],
  failed: [],
  returned: [],
} as const satisfies Record<string, readonly string[]>

export type PayoutState = keyof typeof payoutTransitions

export const PAYOUT_STATES = Object.keys(payoutTransitions) as PayoutState[]

export const canMove = (from: PayoutState, to: PayoutState): boolean =>
  (payoutTransitions[from] as readonly PayoutState[]).includes(to)

/** Ends in which the money is the vendor's again, so that a person may have it sent once more. */
export const canRetry = (state: PayoutState): boolean => state === "failed" || state === "returned"
