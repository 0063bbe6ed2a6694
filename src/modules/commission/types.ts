import type { LineFacts } from "./domain/resolve"
import type { CommissionRule, Conditions } from "./domain/rule"

/** A version of a rule with its place in the history. */
export type RuleVersion = CommissionRule & {
  /** False when it says anything that this version of the server does not know: it holds for nothing. */
  is_understood: boolean
  series_id: string
  version: number
  valid_from: Date
  ended_at: Date | null
  created_at: Date
}

export type RuleFilters = {
  /** In force now, or ended. */
  status?: "in_force" | "ended"
  /** Conditions that it has to name. */
  conditions?: Conditions
  /** In the name. */
  q?: string
}

export const RULE_ORDERS = ["created_at", "priority", "name"] as const

export type RulePaging = {
  take: number
  skip: number
  order: (typeof RULE_ORDERS)[number]
  is_descending: boolean
}

export type SaleFactsInput = {
  /** Rules of that moment. */
  at: Date
  vendor_ids: string[]
  product_ids: string[]
}

export type ProductFacts = { product_id: string } & Pick<LineFacts, "collection_id" | "categories">

/** What decides the commission of some lines: rules as rows, to be read by the domain, and where the products belong. */
export type SaleFacts = { rules: unknown[]; products: ProductFacts[] }
