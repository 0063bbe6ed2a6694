import { DISPUTE_STATES, type DisputeKind, type DisputeState, isOver } from "../../../lib/dispute-states"
import type { DisputeWord } from "../../../lib/gateway-dispute"

/** `won`: the shops keep the money. `lost`: the buyer has it back. `withdrawn`: nobody decides it any more. */
const transitions: Record<DisputeKind, Record<DisputeState, DisputeState[]>> = {
  chargeback: {
    open: ["submitting", "submitted", "accepting", "won", "lost"],
    submitting: ["open", "submitted", "won", "lost"],
    // A bank may ask once more.
    submitted: ["open", "won", "lost"],
    accepting: ["open", "submitted", "won", "lost"],
    refunding: [],
    won: [],
    lost: [],
    withdrawn: [],
  },
  buyer: {
    open: ["refunding", "won", "withdrawn"],
    submitting: [],
    submitted: [],
    accepting: [],
    refunding: ["open", "lost"],
    won: [],
    lost: [],
    withdrawn: [],
  },
}

export const canMove = (kind: DisputeKind, from: DisputeState, to: DisputeState): boolean =>
  transitions[kind][from].includes(to)

/** States in which a case holds money. */
export const HOLDING_STATES = DISPUTE_STATES.filter((state) => !isOver(state))

/** What the end of a case does with the money that it holds. */
export function settlementOf(kind: DisputeKind, to: DisputeState): "none" | "give_back" | "pay_out" {
  if (!isOver(to)) {
    return "none"
  }

  // The refund that a buyer's case leads to stands in the books by itself, so that what was held is given back.
  return kind === "chargeback" && to === "lost" ? "pay_out" : "give_back"
}

export type WordOutcome = { move_to: DisputeState | null; contradiction: boolean }

/**
 * What the gateway's word changes. While an answer is under way "needs an answer" says only that it has not arrived yet; an end
 * that is told otherwise later is a contradiction for people to look at.
 */
export function outcomeOfWord(state: DisputeState, word: DisputeWord): WordOutcome {
  if (isOver(state)) {
    return { move_to: null, contradiction: word !== state && (word === "won" || word === "lost") }
  }
  const told: Record<DisputeWord, DisputeState> = {
    needs_answer: state === "submitted" ? "open" : state,
    under_review: "submitted",
    won: "won",
    lost: "lost",
    unclear: state,
  }
  const to = told[word]

  return { move_to: to !== state && canMove("chargeback", state, to) ? to : null, contradiction: false }
}
