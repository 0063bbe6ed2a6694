/** Words of cases: the module keeps by them, and the dashboard filters by them. */
export const DISPUTE_KINDS = ["chargeback", "buyer"] as const

export type DisputeKind = (typeof DISPUTE_KINDS)[number]

export const DISPUTE_STATES = [
  "open",
  "submitting",
  "submitted",
  "accepting",
  "refunding",
  "won",
  "lost",
  "withdrawn",
] as const

export type DisputeState = (typeof DISPUTE_STATES)[number]

const ENDS: readonly DisputeState[] = ["won", "lost", "withdrawn"]

/** Nothing more is done or written in a case that is decided. */
export const isOver = (state: DisputeState): boolean => ENDS.includes(state)
