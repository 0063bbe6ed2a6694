import type { Sums } from "./domain/figures"
import type { Period } from "./domain/period"

export type { ReportScope } from "./scope"

/** A period in one currency. */
export type ReportQuery = { period: Period; currency_code: string }

export type Buyers = {
  /** Who bought in the period. */
  buyers: number
  /** Of them, who had never bought before. */
  new_buyers: number
  /** Of them, who had bought before, or bought twice in the period. */
  repeat_buyers: number
}

export type SalesSums = {
  /** One for each bucket of the period. */
  series: Sums[]
  previous: Sums
  buyers: Buyers
  previous_buyers: Buyers
}

export type SoldProduct = {
  product_id: string
  /** As it is called now; null for one that is in no catalogue any more. */
  title: string | null
  orders: number
  units: number
  gross_minor: bigint
  net_minor: bigint
}

export const PRODUCT_SORTS = ["net_sales", "units"] as const

export type ProductSort = (typeof PRODUCT_SORTS)[number]

export type ProductPage = { sort: ProductSort; take: number; skip: number }
