import { decimalDigits, minorUnitsOf } from "../../../lib/money"

/**
 * What a cart's items and deliveries are marked with before promotions are worked out: the shop that the order will be
 * divided by. A promotion of a shop asks for its own mark, so it can take nothing off what another shop sells.
 */
export const OWNER_MARK = "vendor_id"

/** By shop: what its items in a cart cost together, as buyers see them. A cart without the shop has no such number. */
export const SHOP_SUBTOTALS = "shop_subtotals"

export const PROMOTION_TARGETS = ["items", "delivery"] as const
export const PROMOTION_KINDS = ["percentage", "fixed"] as const
export const PROMOTION_STATUSES = ["draft", "active", "inactive"] as const

export type PromotionTarget = (typeof PROMOTION_TARGETS)[number]
export type PromotionKind = (typeof PROMOTION_KINDS)[number]

/** Each cart looks at every automatic promotion there is, so a shop has a handful of them. */
const MOST_AUTOMATIC = 10
const MOST_PROMOTIONS = 500

/**
 * Why a shop has no room for one more promotion. Two that take off one delivery cannot be paid for, and nobody can take an
 * automatic one out of a cart, so there is one of those at a time.
 */
export function roomProblem(
  count: { all: number; automatic: number; automatic_delivery: number },
  wanted: { is_automatic: boolean; is_new: boolean; target: PromotionTarget }
): string | null {
  if (wanted.is_new && count.all >= MOST_PROMOTIONS) {
    return `A shop has at most ${MOST_PROMOTIONS} promotions.`
  }
  if (wanted.is_automatic && wanted.target === "delivery" && count.automatic_delivery >= 1) {
    return "A shop has one automatic promotion of its delivery at a time. Stop the other one first."
  }

  return wanted.is_automatic && count.automatic >= MOST_AUTOMATIC
    ? `A shop has at most ${MOST_AUTOMATIC} automatic promotions at a time. Stop one of them first.`
    : null
}

/** What a discount is worth and when it holds, as a shop asks for it. */
export type PromotionTerms = {
  kind: PromotionKind
  target: PromotionTarget
  value: string
  currency_code: string | null
  minimum_subtotal: string | null
  budget: string | null
  starts_at: string | null
  ends_at: string | null
  product_ids: string[]
}

const PLAIN_DECIMAL = /^(?:0|[1-9]\d{0,11})(?:\.\d{1,4})?$/
const PERCENTAGE = /^(?:0|[1-9]\d{0,2})(?:\.\d{1,2})?$/

/** Why terms cannot hold, as a sentence; null for those that can. */
export function termsProblem(terms: PromotionTerms, currencies: readonly string[]): string | null {
  return (
    currencyProblem(terms, currencies) ?? valueProblem(terms) ?? amountsProblem(terms) ?? scopeProblem(terms)
  )
}

function currencyProblem({ currency_code, ...terms }: PromotionTerms, currencies: readonly string[]) {
  if (currency_code !== null) {
    return currencies.includes(currency_code)
      ? null
      : `The store does not sell in this currency; it sells in ${currencies.join(", ")}.`
  }
  const isNeeded = terms.kind === "fixed" || terms.minimum_subtotal !== null || terms.budget !== null

  return isNeeded ? "A fixed amount, a minimum and a budget need a currency." : null
}

function valueProblem({ kind, value, currency_code }: PromotionTerms): string | null {
  if (kind === "percentage") {
    return PERCENTAGE.test(value) && Number(value) > 0 && Number(value) <= 100
      ? null
      : "A percentage is more than 0 and at most 100, with at most two digits after the point."
  }

  return amountProblem("The discount", value, currency_code ?? "")
}

function amountsProblem({ minimum_subtotal, budget, currency_code }: PromotionTerms): string | null {
  const problem = (what: string, amount: string | null) =>
    amount === null ? null : amountProblem(what, amount, currency_code ?? "")

  return problem("The minimum", minimum_subtotal) ?? problem("The budget", budget)
}

function amountProblem(what: string, amount: string, currencyCode: string): string | null {
  const isPayable =
    PLAIN_DECIMAL.test(amount) && Number(amount) > 0 && minorUnitsOf(amount, currencyCode) !== null

  return isPayable
    ? null
    : `${what} is an amount of more than 0 with at most ${decimalDigits(currencyCode)} digits after the point.`
}

function scopeProblem({ target, product_ids, starts_at, ends_at }: PromotionTerms): string | null {
  if (target === "delivery" && product_ids.length) {
    return "A discount on delivery is for the whole parcel and names no products."
  }

  return starts_at && ends_at && Date.parse(starts_at) >= Date.parse(ends_at)
    ? "A promotion ends after it starts."
    : null
}

export type PromotionRule = { attribute: string; operator: "eq" | "in" | "gte"; values: string[] }

const scopeOf = (target: PromotionTarget) => (target === "items" ? "items" : "shipping_methods")

/** All of them have to hold for an item or a delivery: it is the shop's own, and of the chosen products if there are any. */
export const targetRules = (
  vendorId: string,
  { target, product_ids }: Pick<PromotionTerms, "target" | "product_ids">
): PromotionRule[] => [
  { attribute: `${scopeOf(target)}.${OWNER_MARK}`, operator: "eq", values: [vendorId] },
  ...(product_ids.length ? [productRule(product_ids)] : []),
]

export const PRODUCT_ATTRIBUTE = "items.product_id"

export const productRule = (product_ids: string[]): PromotionRule => ({
  attribute: PRODUCT_ATTRIBUTE,
  operator: "in",
  values: product_ids,
})

/** Counts what the cart holds of this shop alone. */
export const minimumRules = (vendorId: string, minimum: string | null): PromotionRule[] =>
  minimum === null ? [] : [{ attribute: `${SHOP_SUBTOTALS}.${vendorId}`, operator: "gte", values: [minimum] }]
