import { sumMinor } from "../../../lib/money"
import { canMove, type VendorOrderStatus } from "./status"

export const CANCELLATION_STAGES = ["opened", "withdrawn", "refunded", "refused"] as const

/**
 * `opened`: nothing is done yet. `withdrawn`: the goods have left the order, the buyer's money has still to go back.
 * `refused`: it cannot go back by itself; staff give it back by hand, and nothing is tried again.
 */
export type CancellationStage = (typeof CANCELLATION_STAGES)[number]

export type CancelFacts = {
  status: VendorOrderStatus
  /** The commercial order as a whole. */
  is_order_canceled: boolean
  /** Something is packed, shipped or handed over. */
  is_any_fulfilled: boolean
  charged_minor: bigint
  /** What a gift card or store credit paid of it. */
  credit_minor: bigint
  /** The order is not as it was sold: staff have changed its goods. */
  is_changed: boolean
  /** What went back of this part, and was meant for it. */
  given_minor: bigint
  /** Money of the order went back that was meant for no part, or is not in the books yet: it may have been for this one. */
  is_given_unknown: boolean
  /** What an earlier run, which has taken the goods out already, was to give back: there is no way back from that. */
  begun_minor: bigint | null
  /** What one payment of the order can still give back; the most of all. */
  refundable_minor: bigint
  /** It would have been paid at the door, and was not: there is nothing to give back. */
  is_uncollected: boolean
  /** Whoever asks may do so only until the shop has confirmed the order. */
  is_before_confirmation: boolean
}

export type CancelVerdict =
  | { is_allowed: true; amount_minor: bigint }
  | { is_allowed: false; code: "transition" | "unsupported"; why: string }

const refused = (why: string): CancelVerdict => ({ is_allowed: false, code: "transition", why })
const unsupported = (why: string): CancelVerdict => ({ is_allowed: false, code: "unsupported", why })

/**
 * Whether a part of an order may be called off: only where exactly what is left of what the buyer paid for it can go back the
 * way it came, or where nobody has paid at the door yet. What was changed, or paid by credit, needs a person of the platform.
 */
export function decideCancel(facts: CancelFacts): CancelVerdict {
  if (facts.is_order_canceled || !canMove(facts.status, "canceled")) {
    return refused(
      `An order that is ${facts.is_order_canceled ? "canceled" : facts.status} cannot be canceled.`
    )
  }
  if (isTooLate(facts)) {
    return refused("The shop has confirmed this order already: ask the shop.")
  }
  if (facts.is_any_fulfilled) {
    return refused("Something is packed already: cancel its fulfilment first.")
  }
  if (facts.credit_minor > 0n) {
    return unsupported("A gift card or credit paid a part of this order: ask the platform to cancel it.")
  }
  if (facts.begun_minor !== null) {
    return { is_allowed: true, amount_minor: facts.begun_minor }
  }
  if (facts.is_changed || facts.is_given_unknown) {
    return unsupported(
      "This order was changed, or money goes back of which it is not known yet whose it is: ask the platform to cancel it."
    )
  }
  const amount_minor = facts.is_uncollected ? 0n : facts.charged_minor - facts.given_minor
  if (facts.refundable_minor < amount_minor) {
    return unsupported("The buyer's money was not collected yet: ask the platform to cancel this order.")
  }

  return { is_allowed: true, amount_minor }
}

const isTooLate = ({ is_before_confirmation, status, begun_minor }: CancelFacts) =>
  is_before_confirmation && status !== "pending" && begun_minor === null

export type GiveBackFacts = {
  vendor_order_id: string
  amount_minor: bigint
  /** What had gone back of the part before it was called off. */
  given_before_minor: bigint
  is_order_canceled: boolean
  /** Every refund that Medusa has of the order. */
  given: { note: string | null; amount_minor: bigint }[]
  /** What the books say went back of each part. */
  booked: { vendor_order_id: string; amount_minor: bigint }[]
  /** Other parts whose own cancellation is still on its way, so that Medusa and the books may differ on them. */
  open: { vendor_order_id: string; given_before_minor: bigint }[]
}

/**
 * Why the refund of a cancellation must not be asked for: somebody else has given money back that may be for these very
 * goods. Null when it may. A refund of its own that Medusa has lost is booked on the part, and is not money of others.
 */
export function whyNotGiveBack(facts: GiveBackFacts): string | null {
  const { vendor_order_id, amount_minor, given_before_minor, booked, open } = facts
  if (facts.is_order_canceled) {
    return "The whole order was canceled meanwhile, which gives back all that was paid."
  }
  const own = sumMinor(
    booked.filter((row) => row.vendor_order_id === vendor_order_id).map((row) => row.amount_minor)
  )
  const unsettled = [vendor_order_id, ...open.map((other) => other.vendor_order_id)]
  const notes = unsettled.map(cancellationNote)
  const given = facts.given.filter(({ note }) => note === null || !notes.includes(note))
  const known = booked.filter((row) => !unsettled.includes(row.vendor_order_id))
  const isOwnOrNothing = own === given_before_minor || own === given_before_minor + amount_minor
  const before = given_before_minor + sumMinor(open.map((other) => other.given_before_minor))
  const isAllKnown =
    sumMinor(given.map((row) => row.amount_minor)) === sumMinor(known.map((row) => row.amount_minor)) + before

  return isOwnOrNothing && isAllKnown
    ? null
    : "Money of this order was given back in another way meanwhile: it may have been for these goods."
}

export type RefundFacts = {
  /** Ids under which the refund was asked for. */
  keys: string[]
  amount_minor: bigint
  /** The notes of those that Medusa still has; it deletes a refund whose answer was lost. */
  notes: (string | null)[]
}

type OpenCancellation = {
  vendor_order_id: string
  stage: CancellationStage
  amount_minor: bigint
  refund_key: string | null
  /** What other refunds gave back of the part since it was called off. */
  booked_minor: bigint
}

/** The note on a refund that tells whose goods it is for. */
export const cancellationNote = (vendorOrderId: string) => `Canceled by the shop (${vendorOrderId})`

/** Nothing more is done for them: what is not booked then has not gone back. */
const OVER: CancellationStage[] = ["refunded", "refused"]

/**
 * The cancellation that a refund was made for, so that it falls on that shop alone. One that Medusa has lost is known by
 * its amount, as the gateway's books know it; so is the one that staff make by hand after its own was refused, or was taken
 * on and could not be made after all.
 */
export function cancellationOf<Cancellation extends OpenCancellation>(
  refund: RefundFacts,
  cancellations: Cancellation[]
): Cancellation | null {
  const named = cancellations.find(
    ({ refund_key, vendor_order_id }) =>
      (refund_key !== null && refund.keys.includes(refund_key)) ||
      refund.notes.includes(cancellationNote(vendor_order_id))
  )
  if (named) {
    return named
  }
  const isByHand = refund.notes.length > 0

  return (
    cancellations.find(
      ({ stage, refund_key, amount_minor, booked_minor }) =>
        amount_minor === refund.amount_minor &&
        (isByHand ? OVER.includes(stage) && booked_minor === 0n : refund_key === null)
    ) ?? null
  )
}
