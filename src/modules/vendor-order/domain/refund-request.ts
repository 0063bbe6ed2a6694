import { eachFrozen, type FrozenAmounts, type FrozenName } from "../../../lib/frozen-amounts"
import { allocate, sumMinor } from "../../../lib/money"
import type { REFUND_REASONS } from "../../../lib/refund-reasons"
import type { VendorOrderStatus } from "./status"

export type RefundReason = (typeof REFUND_REASONS)[number]

/** Who bears the fee that the gateway does not give back. */
export const FAULTS = ["vendor", "platform", "buyer"] as const

export type Fault = (typeof FAULTS)[number]

export type FeeBearers = { vendor_reasons: readonly RefundReason[]; buyer_reasons: readonly RefundReason[] }

export function faultOf(reason: RefundReason, { vendor_reasons, buyer_reasons }: FeeBearers): Fault {
  if (vendor_reasons.includes(reason)) {
    return "vendor"
  }

  return buyer_reasons.includes(reason) ? "buyer" : "platform"
}

/**
 * `opened`: written, not known to be made. `made`: the gateway has taken it on. `refused`: it will not be made, nothing is
 * tried again. `failed`: the gateway had taken it on and could not make it after all. `retrying`: so it was, and it is tried again.
 */
export const REFUND_STAGES = ["opened", "made", "refused", "failed", "retrying"] as const

export type RefundStage = (typeof REFUND_STAGES)[number]

/** Stages whose money has left, or may have left, or will: they count against the share. */
export const COUNTED_STAGES: readonly RefundStage[] = ["opened", "made", "retrying"]

/** The note on a refund of Medusa's that tells which request it was made for. */
export const refundNote = (requestId: string) => `Refund of a part (${requestId})`

/** The key of the n-th request for what is asked for under one name. */
export const keyOfTry = (name: string, tries: number): string => (tries > 1 ? `${name}:${tries}` : name)

type Try = { idempotency_key: string; stage: RefundStage }

/**
 * The key of the request that stands for a name now: of its last; where somebody has decided anew, of a further one in the
 * place of one that will not be made.
 */
export function keyOfLastTry(name: string, requests: Try[], { is_anew }: { is_anew: boolean }): string {
  const tries = requests.filter(({ idempotency_key: key }) => key === name || key.startsWith(`${name}:`))
  const key = (count: number) => keyOfTry(name, count)
  const last = tries.find(({ idempotency_key }) => idempotency_key === key(tries.length))

  return is_anew && last && !COUNTED_STAGES.includes(last.stage) ? key(tries.length + 1) : key(tries.length)
}

export type RefundableLine = FrozenAmounts & {
  id: string
  kind: "item" | "shipping"
  quantity: number
  total_minor: bigint
  /** How many pieces earlier refunds gave back by name; of delivery, 1 once it is. */
  refunded_quantity: number
}

/** How many pieces of a line, or 1 of delivery, can still be given back by name. */
export const refundableQuantity = ({
  kind,
  quantity,
  refunded_quantity,
}: Pick<RefundableLine, "kind" | "quantity" | "refunded_quantity">): number =>
  // Delivery is one, whatever number its line carries.
  Math.max((kind === "item" ? quantity : 1) - refunded_quantity, 0)

/** How many pieces of a line these refunds gave back by name. */
export const refundedQuantity = (
  lineId: string,
  refunds: { lines: Pick<RefundedLine, "line_id" | "quantity">[] }[]
): number =>
  refunds
    .flatMap(({ lines }) => lines)
    .filter(({ line_id }) => line_id === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0)

/** What is to go back: pieces, delivery, or both; or an amount. */
export type RefundWish = {
  items: { line_id: string; quantity: number }[]
  is_shipping: boolean
  amount_minor: bigint | null
  /** What came back by a return is owed as far as it was not given back before: more than what is left is no refusal. */
  is_up_to_left?: boolean
}

export type ShareFacts = {
  status: VendorOrderStatus
  is_order_canceled: boolean
  charged_minor: bigint
  /** What went back already, or may be on its way. */
  taken_minor: bigint
  /** What one payment of the order can still give back; the most of all. */
  refundable_minor: bigint
  lines: RefundableLine[]
}

export type RefundedLine = { line_id: string; quantity: number; amount_minor: bigint }

export type RefundPlan = {
  amount_minor: bigint
  /** The pieces that it is for; none for an amount. */
  lines: RefundedLine[]
  /** What was frozen on them. */
  due: FrozenAmounts
}

export type RefundVerdict =
  | ({ is_allowed: true } & RefundPlan)
  | { is_allowed: false; code: "refused" | "nothing_left" | "line" | "quantity"; why: string }

const refused = (
  why: string,
  code: Extract<RefundVerdict, { is_allowed: false }>["code"] = "refused"
): RefundVerdict => ({ is_allowed: false, code, why })

/**
 * What a refund of a part of a vendor order gives back, never more than what is left of the buyer's money for it. Pieces are
 * counted up to now less what they were before, so that all the pieces of a line give back exactly its total.
 */
export function planRefund(wish: RefundWish, facts: ShareFacts): RefundVerdict {
  if (facts.is_order_canceled || facts.status === "canceled") {
    return refused("This order is canceled, which gives back all that was paid for it.")
  }
  const wanted = wantedLines(wish, facts.lines)
  if ("why" in wanted) {
    return wanted
  }
  const prices = wanted.lines.map(({ line, quantity }) => step(line.total_minor, line, quantity))
  const asked = wish.amount_minor ?? sumMinor(prices)
  const left = facts.charged_minor - facts.taken_minor
  const amount_minor = wish.is_up_to_left && asked > left ? left : asked
  if (amount_minor <= 0n) {
    return refused("There is nothing to give back.", wish.is_up_to_left ? "nothing_left" : "refused")
  }
  if (amount_minor > left) {
    return refused("More than what is left of the buyer's money for this order cannot go back.")
  }
  if (amount_minor > facts.refundable_minor) {
    return refused("No payment of the order can give back so much: ask the platform.")
  }

  const amounts = amount_minor < asked ? allocate(amount_minor, prices) : prices
  const lines = wanted.lines.map(({ line, quantity }, index) => ({
    line_id: line.id,
    quantity,
    amount_minor: amounts[index] ?? 0n,
  }))

  return { is_allowed: true, amount_minor, lines, due: frozenOfPieces(wanted.lines) }
}

type Piece = { line: RefundableLine; quantity: number }

function wantedLines(
  wish: RefundWish,
  lines: RefundableLine[]
): { lines: Piece[] } | Extract<RefundVerdict, { is_allowed: false }> {
  const pieces: Piece[] = []
  for (const { line_id, quantity } of wish.items) {
    const line = lines.find(({ id, kind }) => id === line_id && kind === "item")
    if (!line) {
      return { is_allowed: false, code: "line", why: `Line ${line_id} is not one of this order.` }
    }
    const left = refundableQuantity(line)
    if (quantity > left && !wish.is_up_to_left) {
      return { is_allowed: false, code: "quantity", why: `Only ${left} of line ${line_id} can be refunded.` }
    }
    if (left > 0) {
      pieces.push({ line, quantity: Math.min(quantity, left) })
    }
  }
  const delivery = lines.filter((line) => line.kind === "shipping" && refundableQuantity(line) > 0)

  return {
    lines: [...pieces, ...(wish.is_shipping ? delivery.map((line) => ({ line, quantity: 1 })) : [])],
  }
}

function frozenOfPieces(pieces: Piece[]): FrozenAmounts {
  const sum = (name: FrozenName) =>
    sumMinor(pieces.map(({ line, quantity }) => step(line[name], line, quantity)))

  return eachFrozen(sum)
}

function step(whole: bigint, { quantity, refunded_quantity, kind }: RefundableLine, pieces: number): bigint {
  // Delivery is one, whatever number its line carries.
  const all = kind === "item" ? BigInt(quantity) : 1n
  const upTo = (count: number) => (all > 0n ? (whole * BigInt(count)) / all : 0n)

  return upTo(refunded_quantity + pieces) - upTo(refunded_quantity)
}

type KnownRequest = {
  id: string
  stage: RefundStage
  amount_minor: bigint
  withheld_minor: bigint
  refund_key: string | null
}

/**
 * The request that a refund was made for. One that Medusa has lost is known by its amount, as the gateway's books know it:
 * one request of an order is open at a time.
 */
export function requestOf<Request extends KnownRequest>(
  refund: { keys: string[]; amount_minor: bigint; notes: (string | null)[] },
  requests: Request[]
): Request | null {
  const named = requests.find(
    ({ id, refund_key }) =>
      (refund_key !== null && refund.keys.includes(refund_key)) || refund.notes.includes(refundNote(id))
  )
  const isLost = refund.notes.length === 0

  return (
    named ??
    requests.find(
      ({ stage, refund_key, amount_minor, withheld_minor }) =>
        isLost &&
        stage === "opened" &&
        refund_key === null &&
        amount_minor - withheld_minor === refund.amount_minor
    ) ??
    null
  )
}
