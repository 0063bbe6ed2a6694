import type { Transfer } from "../../../lib/payout-rail"
import { canMove, type PayoutState } from "./state"

export type SentPayout = {
  state: PayoutState
  /** What the rail was asked to send. */
  amount_minor: bigint
  currency_code: string
  posted_at: Date | null
}

export type Outcome =
  | { do: "move"; to: PayoutState; reason: string | null }
  | { do: "stay" }
  /** What the rail says cannot be true of this payout: a person has to look, and nothing is booked. */
  | { do: "contradiction"; why: string }

/**
 * What the rail's word makes of a payout. "Not found" means "not executed" only some time after it was posted, because a
 * request may be on its way for a while after its caller gave up; then the same reference may be posted again.
 */
export function outcomeOf(
  payout: SentPayout,
  transfer: Transfer,
  { now, settle_seconds }: { now: Date; settle_seconds: number }
): Outcome {
  if (transfer.state === "unknown_reference") {
    return whenNotFound(payout, now, settle_seconds)
  }
  const isOther =
    (transfer.amount_minor !== null && transfer.amount_minor !== payout.amount_minor) ||
    (transfer.currency_code !== null && transfer.currency_code !== payout.currency_code)
  if (isOther) {
    return { do: "contradiction", why: "the rail knows the reference with another amount or currency" }
  }

  return byState(payout.state, transfer)
}

function whenNotFound({ state, posted_at }: SentPayout, now: Date, settleSeconds: number): Outcome {
  if (state !== "posting" && state !== "unknown") {
    return { do: "contradiction", why: "the rail does not know a reference that it had taken on" }
  }
  const isCertain = posted_at !== null && now.getTime() - posted_at.getTime() >= settleSeconds * 1000
  if (isCertain) {
    return { do: "move", to: "ready", reason: null }
  }

  return state === "unknown" ? { do: "stay" } : { do: "move", to: "unknown", reason: null }
}

function byState(from: PayoutState, { state, reason }: Transfer): Outcome {
  const to = state === "returned" && from !== "paid" ? "failed" : state
  if (to === from || to === "unknown_reference") {
    return { do: "stay" }
  }
  // What went and came back before we heard of either has failed, and so it has when we know that already.
  if (!canMove(from, to)) {
    return state === "returned"
      ? { do: "stay" }
      : { do: "contradiction", why: `the rail says ${state} of a payout that is ${from}` }
  }
  const why = to === "failed" ? (reason ?? "The rail did not make it.") : reason

  return { do: "move", to, reason: to === "failed" || to === "returned" ? why : null }
}
