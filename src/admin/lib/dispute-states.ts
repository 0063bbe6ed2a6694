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

export const DISPUTE_KINDS = ["buyer", "chargeback"] as const

const OVER = ["won", "lost", "withdrawn"]

/** Nothing more is done or written in a case that is decided. */
export const isOver = ({ state }: { state: (typeof DISPUTE_STATES)[number] }): boolean => OVER.includes(state)
