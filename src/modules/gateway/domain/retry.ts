import type { BookedRefund, RefundAttemptState, RefundFollowUp, RefundOrigin } from "../../../lib/gateway"
import { type AttemptFacts, isOpen, refundableMinor } from "./refund"

const HOUR_MS = 60 * 60 * 1000

/** When a refund that failed at its n-th try is tried again by itself, by the waits between tries; null when a person has to. */
export function retryAt(tries: number, waits: readonly number[], now: Date): Date | null {
  const hours = waits[tries - 1]

  return hours === undefined ? null : new Date(now.getTime() + hours * HOUR_MS)
}

export type FailedAttempt = AttemptFacts & {
  retries_id: string | null
  origin: RefundOrigin
  tries: number
  retry_at: Date | null
  booked: BookedRefund | null
  follow_up: RefundFollowUp | null
}

export type RetryDecision =
  | { do: "post_new" }
  /** It is itself a further try, which the gateway certainly never got. */
  | { do: "post_again" }
  /** The books have not taken it back yet, or the outcome of another attempt is not known. */
  | { do: "wait" }
  /** There is another attempt, or nobody waits for this one. */
  | { do: "nothing" }
  /** What is left of the payment does not cover it. */
  | { do: "refuse" }

/**
 * Whether a refund that failed may be tried again, given every attempt on the transaction (the caller holds the
 * transaction's lock): only by the gateway's final word, once for each that failed, and never beyond what was paid.
 */
export function decideRetry(
  failed: FailedAttempt,
  attempts: FailedAttempt[],
  paidMinor: bigint
): RetryDecision {
  if (failed.is_disowned || !isRetriable(failed) || attempts.some((each) => each.retries_id === failed.id)) {
    return { do: "nothing" }
  }
  if (failed.booked === "given" || attempts.some(isOpen)) {
    return { do: "wait" }
  }
  if (failed.amount_minor > refundableMinor(paidMinor, attempts)) {
    return { do: "refuse" }
  }

  return failed.state === "not_executed" ? { do: "post_again" } : { do: "post_new" }
}

/**
 * A first attempt that was refused, or never arrived, is its caller's to ask for again; of money that was paid for no order
 * nobody asks again for what was refused.
 */
function isRetriable({ state, retries_id, origin }: FailedAttempt): boolean {
  const ofFurtherTries: RefundAttemptState[] = ["refused", "not_executed"]
  const isRefusedOrphan = origin === "orphan" && state === "refused"

  return state === "failed" || isRefusedOrphan || (retries_id !== null && ofFurtherTries.includes(state))
}
