import type { Charge, ChargeState, TransactionState } from "../../../lib/gateway"

/**
 * The one table of what may follow what. A buyer may try again on the same payment page, so `failed` and
 * `abandoned` are not the end; a payment, once seen, is never forgotten.
 */
export const transactionTransitions: Record<TransactionState, readonly TransactionState[]> = {
  open: ["paid", "failed", "abandoned", "reversed", "refused"],
  failed: ["paid", "abandoned", "reversed", "open"],
  abandoned: ["paid", "failed", "reversed", "open"],
  paid: ["reversed"],
  reversed: [],
  refused: [],
}

const STATE_OF_CHARGE: Record<ChargeState, TransactionState | null> = {
  success: "paid",
  reversed: "reversed",
  failed: "failed",
  abandoned: "abandoned",
  pending: "open",
  // A reference that the gateway does not know: it never heard of the transaction, which stays as it is.
  unknown_reference: null,
}

/** The state that the gateway's answer leads to, or null when it changes nothing (also an answer that came late). */
export function nextState(current: TransactionState, charge: Charge): TransactionState | null {
  const next = STATE_OF_CHARGE[charge.state]

  return next && transactionTransitions[current].includes(next) ? next : null
}

export type OpenCandidate = {
  gateway: string
  state: TransactionState
  amount_minor: bigint
  currency_code: string
  redirect_url: string | null
  withdrawn_at: Date | null
  created_at: Date
}

export type OpenLimits = {
  /** How long another call may be at the gateway with it. */
  in_flight_seconds: number
  /** How long a page of the gateway's can be used; null for one that ends by nothing but a payment. */
  page_minutes: number | null
}

export type OpenDecision<Candidate> =
  | { do: "answer"; transaction: Candidate & { redirect_url: string } }
  | { do: "wait" }
  | { do: "open_fresh" }

/**
 * What to do when a session asks for its transaction. An opening whose answer was lost is never tried again under
 * its reference, which the gateway may know by now: it is superseded by a fresh one and kept, so that money
 * on it is still recognised.
 */
export function decideOpen<Candidate extends OpenCandidate>(
  current: Candidate | null,
  wanted: Pick<OpenCandidate, "gateway" | "amount_minor" | "currency_code">,
  now: Date,
  { in_flight_seconds, page_minutes }: OpenLimits
): OpenDecision<Candidate> {
  if (!current) {
    return { do: "open_fresh" }
  }
  const isSame =
    current.gateway === wanted.gateway &&
    current.amount_minor === wanted.amount_minor &&
    current.currency_code === wanted.currency_code
  const ageMs = now.getTime() - current.created_at.getTime()
  const isUnpayable =
    current.state === "failed" ||
    current.state === "refused" ||
    current.withdrawn_at !== null ||
    (isUnpaid(current) && page_minutes !== null && ageMs >= page_minutes * 60_000)
  if (!isSame || isUnpayable) {
    return { do: "open_fresh" }
  }
  if (current.redirect_url) {
    return { do: "answer", transaction: { ...current, redirect_url: current.redirect_url } }
  }

  return { do: ageMs < in_flight_seconds * 1000 ? "wait" : "open_fresh" }
}

const isUnpaid = ({ state }: OpenCandidate) => state === "open" || state === "abandoned"

const FIRST_CHECK_MS = 5 * 60 * 1000
const LONGEST_PENDING_WAIT_MS = 15 * 60 * 1000
const FOLLOWED_MS = 7 * 24 * 60 * 60 * 1000

/**
 * When to look again at a transaction on which nothing was paid: a payment link stays payable, so it is followed for a
 * week, each time after about as long as it is old, and every quarter of an hour while the buyer's payment is on its way
 * (`is_pending`). Null when it is not followed any more; a later payment is still told of by the gateway's event.
 */
export function nextCheck(createdAt: Date, now: Date, isPending = false): Date | null {
  const ageMs = now.getTime() - createdAt.getTime()
  if (ageMs >= FOLLOWED_MS) {
    return null
  }
  const waitMs = Math.max(ageMs, FIRST_CHECK_MS)

  return new Date(now.getTime() + (isPending ? Math.min(waitMs, LONGEST_PENDING_WAIT_MS) : waitMs))
}
