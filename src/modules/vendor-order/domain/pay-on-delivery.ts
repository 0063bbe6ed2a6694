import type { DoorReason } from "../../../lib/pay-on-delivery"
import type { VendorOrderStatus } from "./status"

export const COLLECTION_STATES = ["due", "collected", "prepaid", "refused", "canceled"] as const

/**
 * What a vendor order that is paid at the door has come to. `due` is the only one that anything follows; `prepaid`: the buyer
 * has paid by a link instead.
 */
export type CollectionState = (typeof COLLECTION_STATES)[number]

/** The buyer's money is in, whoever has it. */
export const isPaidUp = ({ state }: { state: CollectionState }): boolean =>
  state === "collected" || state === "prepaid"

/** Those that count against the buyer; the others are the shop's, or nobody's. */
export const BUYERS_REASONS = [
  "changed_mind",
  "no_money",
  "not_there",
  "wrong_address",
] as const satisfies DoorReason[]

/** Why a part of a cart has to be prepaid. Clients branch on it. */
export type PrepayReason =
  | "pay_on_delivery_off"
  | "credit_used"
  | "buyer_signed_out"
  | "phone_not_verified"
  | "buyer_refused_before"
  | "shop_does_not_offer"
  | "shop_stopped"
  | "area_not_served"
  | "amount_too_small"
  | "amount_too_large"

/** By currency, in minor units. */
type Bounds = Record<string, number>

export type DoorRules = {
  is_on: boolean
  areas: readonly string[]
  least: Bounds
  most: Bounds
  needs_login: boolean
  needs_verified_phone: boolean
  most_refusals: number
}

export type DoorPlace = { country_code: string | null; province: string | null }

export type DoorFacts = {
  rules: DoorRules
  currency_code: string
  place: DoorPlace
  buyer: { is_signed_in: boolean; has_verified_phone: boolean; refusals: number }
  /** A gift card or store credit pays something of the cart. */
  has_credit: boolean
  part: {
    amount_minor: bigint
    /** As the shop has set it; of a shop that has set nothing, false. */
    is_offered: boolean
    areas: readonly string[]
    /** Staff let the shop collect nothing. */
    is_stopped: boolean
  }
}

/** Why a shop's part of a cart cannot be paid at the door; null when it can. The first reason of all, in a fixed order. */
export function whyPrepay({ rules, part, buyer, ...facts }: DoorFacts): PrepayReason | null {
  if (!rules.is_on) {
    return "pay_on_delivery_off"
  }
  if (facts.has_credit) {
    return "credit_used"
  }
  if (rules.needs_login && !buyer.is_signed_in) {
    return "buyer_signed_out"
  }
  if (rules.needs_verified_phone && !buyer.has_verified_phone) {
    return "phone_not_verified"
  }
  if (buyer.refusals > rules.most_refusals) {
    return "buyer_refused_before"
  }
  if (!part.is_offered) {
    return "shop_does_not_offer"
  }
  if (part.is_stopped) {
    return "shop_stopped"
  }
  if (!isServed(facts.place, rules.areas) || !isServed(facts.place, part.areas)) {
    return "area_not_served"
  }

  return boundOf(part.amount_minor, { ...rules, currency_code: facts.currency_code })
}

function boundOf(
  amountMinor: bigint,
  { least, most, currency_code }: Pick<DoorRules, "least" | "most"> & { currency_code: string }
): PrepayReason | null {
  const [from, to] = [least[currency_code], most[currency_code]]
  if (from !== undefined && amountMinor < BigInt(from)) {
    return "amount_too_small"
  }

  return to !== undefined && amountMinor > BigInt(to) ? "amount_too_large" : null
}

/** An area is a country (`ng`) or a province of one as people write it (`ng:lagos`). None at all is everywhere. */
function isServed({ country_code, province }: DoorPlace, areas: readonly string[]): boolean {
  const country = plain(country_code)
  const names = [country, `${country}:${plain(province)}`]

  return areas.length === 0 || (country !== "" && areas.some((area) => names.includes(area)))
}

const plain = (text: string | null) => (text ?? "").trim().toLowerCase()

export type CollectFacts = {
  /** Null for a vendor order that is not paid at the door. */
  state: CollectionState | null
  status: VendorOrderStatus
  due_minor: bigint
  asked_minor: bigint
  /** It is being called off. */
  is_canceled: boolean
}

export type CollectRefusal = "not_due" | "not_sent" | "amount_differs"

/** Why this amount cannot be collected now; null when it can. */
export function whyNotCollect(facts: CollectFacts): CollectRefusal | null {
  if (facts.state !== "due" || facts.is_canceled) {
    return "not_due"
  }
  if (!AT_THE_DOOR.includes(facts.status)) {
    return "not_sent"
  }

  return facts.asked_minor === facts.due_minor ? null : "amount_differs"
}

/**
 * Nobody pays at the door, or refuses there, what has not left the shop. What was paid there is often told later, when some of it
 * may be on its way back, or back.
 */
export const AT_THE_DOOR: readonly VendorOrderStatus[] = [
  "shipped",
  "delivered",
  "partly_returned",
  "returned",
]

export type RefuseFacts = Pick<CollectFacts, "state" | "status" | "is_canceled"> & {
  /** A code, the buyer or staff have confirmed that the buyer has the goods: they are returned, not refused. */
  is_delivery_confirmed: boolean
  is_by_staff: boolean
}

/** Why a parcel cannot have been refused; null when it can. */
export function whyNotRefuse(facts: RefuseFacts): "not_due" | "not_sent" | "delivered" | null {
  if (facts.state !== "due" || facts.is_canceled) {
    return "not_due"
  }
  if (!AT_THE_DOOR.includes(facts.status)) {
    return "not_sent"
  }

  // Whoever hands a parcel over has its money. When all of it is back staff may find otherwise, but not the shop that would keep it.
  const isForStaff = facts.is_by_staff && facts.status === "returned"

  return facts.is_delivery_confirmed && !isForStaff ? "delivered" : null
}

const UNCOLLECTED = "uncollected:"

/** The key of the row and the entry by which the sale of a part is taken back that nobody has paid. */
export const uncollectedKey = (vendorOrderId: string) => `${UNCOLLECTED}${vendorOrderId}`

/** Medusa knows of no refund where nothing was paid. */
export const isUncollected = ({ refund_key }: { refund_key: string }) => refund_key.startsWith(UNCOLLECTED)
