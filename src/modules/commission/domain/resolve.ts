import { type CommissionRule, readRule } from "./rule"

/** What of a sold line, or of its shop, a rule can ask for. */
export type LineFacts = {
  kind: "item" | "shipping"
  vendor_id: string
  product_id: string | null
  collection_id: string | null
  /** All categories of the product and all above them; `depth` is 1 at the top. */
  categories: { id: string; depth: number }[]
  plan: string | null
}

export type RuleContext = { at: Date; currency_code: string }

/** A rule that was left out though it may have been meant; somebody has to look at it. */
export type PassedOver = { rule_id: string; reason: "not_understood" | "currency_missing" }

export type Resolved = { rule: CommissionRule | null; passed_over: PassedOver[] }

/** What the database has, as far as it is understood. What is not never holds: left out in part, it would hold everywhere. */
export function readRules(rows: readonly unknown[]): { rules: CommissionRule[]; passed_over: PassedOver[] } {
  const read = rows.map((row) => ({ row, rule: readRule(row) }))

  return {
    rules: read.flatMap(({ rule }) => rule ?? []),
    passed_over: read
      .filter(({ rule }) => !rule)
      .map(({ row }) => ({ rule_id: idOf(row), reason: "not_understood" as const })),
  }
}

/**
 * The first rule that holds for a line, or null. The higher priority goes first, then the closer condition: the product, the
 * shop, the collection, the category (the deeper one), the plan, a campaign before what holds always; what is left of a tie
 * is decided by the older id. A rule without amounts in the order's currency is passed over.
 */
export function resolveRule(line: LineFacts, rules: CommissionRule[], context: RuleContext): Resolved {
  const holding = rules
    .filter((rule) => isOn(rule, context.at) && covers(rule, line) && meets(rule, line))
    .toSorted((left, right) => compare(rankOf(left, line), rankOf(right, line)) || byId(left, right))
  const chosen = holding.findIndex((rule) => hasCurrency(rule, context.currency_code))

  return {
    rule: holding[chosen] ?? null,
    passed_over: holding
      .slice(0, chosen < 0 ? holding.length : chosen)
      .map(({ id }) => ({ rule_id: id, reason: "currency_missing" })),
  }
}

const idOf = (row: unknown) => String((row as { id?: unknown } | null)?.id ?? "")

const isOn = ({ starts_at, ends_at }: CommissionRule, at: Date) =>
  (!starts_at || starts_at <= at) && (!ends_at || at < ends_at)

const covers = ({ applies_to }: CommissionRule, { kind }: LineFacts) =>
  applies_to === "all" || applies_to === (kind === "item" ? "items" : "shipping")

function meets({ conditions }: CommissionRule, line: LineFacts): boolean {
  const { product_id, vendor_id, collection_id, category_id, plan } = conditions

  return (
    (product_id === undefined || product_id === line.product_id) &&
    (vendor_id === undefined || vendor_id === line.vendor_id) &&
    (collection_id === undefined || collection_id === line.collection_id) &&
    (category_id === undefined || line.categories.some(({ id }) => id === category_id)) &&
    (plan === undefined || plan === line.plan)
  )
}

/** A rule that is a percentage alone is the same in every currency. */
const hasCurrency = ({ amounts }: CommissionRule, currencyCode: string) =>
  Object.keys(amounts).length === 0 || currencyCode in amounts

function rankOf({ priority, conditions, starts_at, ends_at }: CommissionRule, line: LineFacts): number[] {
  const depth = line.categories.find(({ id }) => id === conditions.category_id)?.depth ?? 0

  return [
    priority,
    Number(conditions.product_id !== undefined),
    Number(conditions.vendor_id !== undefined),
    Number(conditions.collection_id !== undefined),
    depth,
    Number(conditions.plan !== undefined),
    Number(Boolean(starts_at ?? ends_at)),
  ]
}

/** Below 0 when the left one goes first: the first number that differs decides. */
function compare(left: number[], right: number[]): number {
  const index = left.findIndex((value, place) => value !== right[place])

  return index < 0 ? 0 : (right[index] ?? 0) - (left[index] ?? 0)
}

const byId = (left: CommissionRule, right: CommissionRule) => (left.id < right.id ? -1 : 1)
