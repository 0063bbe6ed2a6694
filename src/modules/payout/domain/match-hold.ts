/** What staff may make of money that is held because a buyer and a shop are alike. `kept` stays held until they think again. */
const holdTransitions = {
  open: ["released", "kept"],
  kept: ["released"],
  /** The next run may have made it available already. */
  released: [],
} as const satisfies Record<string, readonly string[]>

export type MatchHoldState = keyof typeof holdTransitions

export const MATCH_HOLD_STATES = Object.keys(holdTransitions) as MatchHoldState[]

export const statesBefore = (to: MatchHoldState): MatchHoldState[] =>
  MATCH_HOLD_STATES.filter((from) => (holdTransitions[from] as readonly MatchHoldState[]).includes(to))
