import type { BookedRefund, RefundAttemptState } from "../../../lib/gateway"
import { sumMinor } from "../../../lib/money"

/** The one table of what may follow what. Only `not_executed` lets the same key be posted again. */
export const refundTransitions: Record<RefundAttemptState, readonly RefundAttemptState[]> = {
  requested: ["unknown", "pending", "needs_attention", "processed", "failed", "refused", "not_executed"],
  unknown: ["pending", "needs_attention", "processed", "failed", "not_executed"],
  not_executed: ["requested"],
  pending: ["needs_attention", "processed", "failed"],
  needs_attention: ["pending", "processed", "failed"],
  processed: [],
  failed: [],
  refused: [],
}

/** States whose money has left or may have left: they count against what was paid. */
const COUNTED_STATES = ["requested", "unknown", "pending", "needs_attention", "processed"] as const

/** States that the gateway still has to settle. */
export const UNSETTLED_STATES = ["requested", "unknown", "pending", "needs_attention"] as const

/** States in which the gateway has taken it on. */
export const EXECUTED_STATES: readonly RefundAttemptState[] = ["pending", "needs_attention", "processed"]

/**
 * What the ledger has to be told of an attempt: that the money went back, once the gateway has taken the refund on,
 * or that it did not after all. Null when the books say it already.
 */
export function bookingDue(attempt: {
  state: RefundAttemptState
  booked: BookedRefund | null
}): BookedRefund | null {
  if (attempt.booked === null && EXECUTED_STATES.includes(attempt.state)) {
    return "given"
  }

  return attempt.booked === "given" && attempt.state === "failed" ? "returned" : null
}

export type AttemptFacts = {
  id: string
  key: string
  adopted_by_key: string | null
  amount_minor: bigint
  state: RefundAttemptState
  is_disowned: boolean
  posted_at: Date
  root_id: string | null
  tries: number
}

export type RefundDecision =
  /** The key has its result. */
  | { do: "answer"; id: string }
  /** The gateway made this refund after its caller had been told it failed: it serves the new key. */
  | { do: "adopt"; id: string }
  | { do: "post_again"; id: string }
  | { do: "post_new" }
  /** Another call is at the gateway with a refund of this transaction. */
  | { do: "wait" }
  | { do: "look_up"; ids: string[] }
  | { do: "refuse"; refundable_minor: bigint }

export type RefundRequest = { key: string; amount_minor: bigint; paid_minor: bigint }

/** What is left of a payment after all refunds whose money has left, or may have. */
export function refundableMinor(paidMinor: bigint, attempts: AttemptFacts[]): bigint {
  return paidMinor - sumMinor(attempts.filter(isCounted).map((attempt) => attempt.amount_minor))
}

/**
 * Decides what a request for a refund leads to, given every earlier attempt on the transaction (the caller holds
 * the transaction's lock). Nothing is posted while the outcome of any attempt is unknown.
 */
export function decideRefund(
  request: RefundRequest,
  attempts: AttemptFacts[],
  now: Date,
  inFlightSeconds: number
): RefundDecision {
  const own = lastTryFor(request.key, attempts)
  if (own && isSettledForCaller(own)) {
    return { do: "answer", id: own.id }
  }
  if (attempts.some((attempt) => isInFlight(attempt, now, inFlightSeconds))) {
    return { do: "wait" }
  }
  const open = attempts.filter(isOpen)
  if (open.length) {
    return { do: "look_up", ids: open.map((attempt) => attempt.id) }
  }
  const orphaned = attempts.find((attempt) => isAdoptable(attempt, request))
  if (orphaned) {
    return { do: "adopt", id: orphaned.id }
  }
  const refundable = refundableMinor(request.paid_minor, attempts)
  if (request.amount_minor > refundable) {
    return { do: "refuse", refundable_minor: refundable }
  }

  return own ? { do: "post_again", id: own.id } : { do: "post_new" }
}

/** `settled`: nothing more is posted for it, the gateway has it or has said no. `unknown`: it may have it. */
export type RefundStanding = "settled" | "unknown" | "none"

/** How a refund of Medusa's stands at the gateway that may have been asked for it; one without a key was not noted, or was lost. */
export function standingOf(
  refund: { key: string | null; amount_minor: bigint },
  attempts: AttemptFacts[]
): RefundStanding {
  const own = refund.key === null ? undefined : lastTryFor(refund.key, attempts)
  if ((own && isSettledForCaller(own)) || attempts.some((attempt) => isAdoptable(attempt, refund))) {
    return "settled"
  }

  return attempts.some(isOpen) ? "unknown" : "none"
}

/**
 * What an attempt that the gateway does not list turned out to be: a request may still be on its way for a while
 * after its caller gave up, so only time makes "not found" mean "not executed".
 */
export function stateWhenNotFound(
  attempt: { state: RefundAttemptState; posted_at: Date },
  now: Date,
  settleSeconds: number
): RefundAttemptState {
  const isCertain = now.getTime() - attempt.posted_at.getTime() >= settleSeconds * 1000
  if (attempt.state === "requested" || attempt.state === "unknown") {
    return isCertain ? "not_executed" : "unknown"
  }

  return attempt.state
}

/** The attempt that a key stands for now: the last of the tries that were made for it. */
function lastTryFor(key: string, attempts: AttemptFacts[]): AttemptFacts | undefined {
  const first = attempts.find((attempt) => attempt.key === key || attempt.adopted_by_key === key)
  const tries = attempts.filter(({ root_id }) => root_id === first?.id)

  return tries.toSorted((a, b) => b.tries - a.tries)[0] ?? first
}

/** The gateway said no at once, and nothing is tried again. */
export const wasNotMade = ({ state, is_disowned }: Pick<AttemptFacts, "state" | "is_disowned">) =>
  state === "refused" || (state === "failed" && is_disowned)

/** Its outcome is not known. */
export const isOpen = ({ state }: Pick<AttemptFacts, "state">) => state === "requested" || state === "unknown"

function isCounted(attempt: AttemptFacts): boolean {
  return (COUNTED_STATES as readonly RefundAttemptState[]).includes(attempt.state)
}

function isSettledForCaller(attempt: AttemptFacts): boolean {
  return EXECUTED_STATES.includes(attempt.state) || attempt.state === "failed" || attempt.state === "refused"
}

function isInFlight(attempt: AttemptFacts, now: Date, inFlightSeconds: number): boolean {
  return attempt.state === "requested" && now.getTime() - attempt.posted_at.getTime() < inFlightSeconds * 1000
}

function isAdoptable(attempt: AttemptFacts, request: { amount_minor: bigint }): boolean {
  return (
    attempt.is_disowned &&
    attempt.adopted_by_key === null &&
    attempt.amount_minor === request.amount_minor &&
    EXECUTED_STATES.includes(attempt.state)
  )
}
