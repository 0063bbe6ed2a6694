import type { Charge, RefundAttempt } from "./gateway"

export type SettlementFacts = {
  charge: Pick<Charge, "state" | "amount_minor" | "currency_code">
  asked: { amount_minor: bigint; currency_code: string }
  /** The session of the transaction is still the one that the cart would be completed with. */
  is_session_live: boolean
  /** Medusa's payment of the session was cancelled by a completion that failed. */
  is_payment_canceled: boolean
  cart_id: string | null
  /** Order of the cart, and whether this very session paid it. */
  order: { id: string; is_paid_by_session: boolean } | null
  /**
   * `uncertain`: a refund of this transaction was requested and nobody knows yet whether the gateway made it; to
   * call it made would keep the buyer's money, to make another would give it twice.
   */
  refund: "none" | "uncertain" | "made"
}

export type RefundReason =
  | "amount_mismatch"
  | "superseded"
  | "paid_twice"
  | "completion_failed"
  /** It was for a part that is refused or called off by now. */
  | "not_due"

export type Settlement =
  | { do: "wait" }
  | { do: "nothing"; why: "not_paid" | "ordered" | "refunded" }
  | { do: "complete"; cart_id: string }
  | { do: "authorize" }
  | { do: "refund"; reason: RefundReason }

/**
 * What the gateway's word on a transaction leads to. Money that cannot become an order goes back once; a payment
 * that differs from what was asked is never half accepted.
 */
export function decideSettlement(facts: SettlementFacts): Settlement {
  const { charge, asked, order } = facts
  if (charge.state === "pending") {
    return { do: "wait" }
  }
  if (charge.state !== "success" && charge.state !== "reversed") {
    return { do: "nothing", why: "not_paid" }
  }
  const over = whatItHasBecome(facts)
  if (over) {
    return over
  }
  if (charge.amount_minor !== asked.amount_minor || charge.currency_code !== asked.currency_code) {
    return { do: "refund", reason: "amount_mismatch" }
  }
  if (order) {
    return { do: "refund", reason: "paid_twice" }
  }
  if (facts.is_payment_canceled) {
    return { do: "refund", reason: "completion_failed" }
  }
  if (!facts.is_session_live) {
    return { do: "refund", reason: "superseded" }
  }

  return facts.cart_id ? { do: "complete", cart_id: facts.cart_id } : { do: "authorize" }
}

/** Of money that has come: an order's, or on its way back. */
function whatItHasBecome({ charge, order, refund }: SettlementFacts): Settlement | null {
  if (order?.is_paid_by_session) {
    return { do: "nothing", why: "ordered" }
  }
  if (refund !== "none") {
    return refund === "made" ? { do: "nothing", why: "refunded" } : { do: "wait" }
  }

  // Of no order's, and not sent back by us: it came and went at the gateway.
  return charge.state === "reversed" ? { do: "nothing", why: "not_paid" } : null
}

/** How the refunds of a transaction stand together, given every attempt on it. */
export function refundStanding(
  attempts: Pick<RefundAttempt, "state" | "is_disowned">[]
): SettlementFacts["refund"] {
  const counted = attempts.filter(
    ({ state, is_disowned }) =>
      state !== "refused" &&
      state !== "not_executed" &&
      // One that failed after its answer was lost is nobody's until it is asked for once more: only then is it tried again.
      !(state === "failed" && is_disowned)
  )
  if (!counted.length) {
    return "none"
  }

  return counted.some(({ state }) => state !== "requested" && state !== "unknown") ? "made" : "uncertain"
}
