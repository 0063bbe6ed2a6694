import type { Charge } from "../../../lib/gateway"
import type { RefundReason, SettlementFacts } from "../../../lib/settlement"
import type { CollectionState } from "./pay-on-delivery"
import type { VendorOrderStatus } from "./status"

const PREFIX = "prepay-"

/** Backs no session of Medusa's: by it a payment is known as one for a vendor order that was to be paid at the door. */
export const prepaySession = (vendorOrderId: string) => `${PREFIX}${vendorOrderId}`

/** The vendor order that a payment was opened for instead of being collected at the door; null for every other payment. */
export const prepaidVendorOrder = (sessionId: string): string | null =>
  sessionId.startsWith(PREFIX) ? sessionId.slice(PREFIX.length) : null

/** Where one may still be paid instead of at the door. */
export const PREPAYABLE: readonly VendorOrderStatus[] = [
  "pending",
  "confirmed",
  "shipped",
  "delivered",
  "partly_returned",
]

export type DueFacts = {
  /** Null for a vendor order that is not paid at the door. */
  state: CollectionState | null
  status: VendorOrderStatus
  /** It, or the whole order, is being called off. */
  is_canceled: boolean
}

/** Whether a vendor order can still be paid by a link: what is collected, refused or called off never can again. */
export const isPrepayable = ({ state, status, is_canceled }: DueFacts): boolean =>
  state === "due" && !is_canceled && PREPAYABLE.includes(status)

export type PrepaymentFacts = DueFacts & {
  charge: Pick<Charge, "state" | "amount_minor" | "currency_code">
  reference: string
  /** A later link of the same vendor order has taken its place. */
  is_superseded: boolean
  due: { amount_minor: bigint; currency_code: string }
  /** The payment that the vendor order was prepaid with. */
  prepaid_reference: string | null
  refund: SettlementFacts["refund"]
}

export type PrepaymentDecision =
  | { do: "wait" }
  | { do: "nothing"; why: "not_paid" | "prepaid" | "refunded" }
  | { do: "prepay" }
  | { do: "refund"; reason: RefundReason }

/**
 * What the gateway's word on a link leads to, decided under the order's lock. The first payment of exactly what is due counts,
 * if nothing else ended the collection before; every other one goes back whole.
 */
export function decidePrepayment(facts: PrepaymentFacts): PrepaymentDecision {
  const { charge } = facts
  if (charge.state === "pending") {
    return { do: "wait" }
  }
  if (charge.state !== "success" && charge.state !== "reversed") {
    return { do: "nothing", why: "not_paid" }
  }
  if (facts.prepaid_reference === facts.reference) {
    return { do: "nothing", why: "prepaid" }
  }
  if (facts.refund !== "none") {
    return facts.refund === "made" ? { do: "nothing", why: "refunded" } : { do: "wait" }
  }
  if (charge.state === "reversed") {
    return { do: "nothing", why: "not_paid" }
  }
  const reason = whyItGoesBack(facts)

  return reason ? { do: "refund", reason } : { do: "prepay" }
}

/** Why a payment does not count; null for one of exactly what is due. */
function whyItGoesBack({ charge, due, ...facts }: PrepaymentFacts): RefundReason | null {
  if (charge.amount_minor !== due.amount_minor || charge.currency_code !== due.currency_code) {
    return "amount_mismatch"
  }
  if (facts.state === "collected" || facts.state === "prepaid") {
    return "paid_twice"
  }
  if (facts.is_superseded) {
    return "superseded"
  }

  return isPrepayable(facts) ? null : "not_due"
}
