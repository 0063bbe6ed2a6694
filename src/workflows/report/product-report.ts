import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import type { ProductSort } from "../../modules/report/types"
import { prepareReport, type ReportAsked, type ReportHead, reportsOf } from "./prepare-report"

export type ProductRow = {
  product_id: string
  /** As it is called now; null for one that is in no catalogue any more. */
  title: string | null
  orders: number
  units: number
  gross_sales: string
  net_sales: string
  currency_code: string
}

/** The period is looked at as a whole. */
export type ProductsAsked = Omit<ReportAsked, "interval"> & { sort: ProductSort }

type Page = { limit: number; offset: number }

/** What was sold most, the best first; amounts are decimals in major units. */
export async function readProductReport(
  container: MedusaContainer,
  { sort, ...asked }: ProductsAsked,
  { limit, offset }: Page
): Promise<{ report: ReportHead; products: ProductRow[]; count: number; offset: number; limit: number }> {
  const { period, head } = await prepareReport(container, { ...asked, interval: "month" })
  const { currency_code } = head
  const { products, count } = await reportsOf(container).listSoldProducts(asked.scope, {
    period,
    currency_code,
    sort,
    take: limit,
    skip: offset,
  })

  return {
    report: head,
    products: products.map(({ gross_minor, net_minor, ...product }) => ({
      ...product,
      gross_sales: toMajorUnits(gross_minor, currency_code),
      net_sales: toMajorUnits(net_minor, currency_code),
      currency_code,
    })),
    count,
    offset,
    limit,
  }
}

export const PRODUCT_COLUMNS = [
  "product_id",
  "title",
  "orders",
  "units",
  "gross_sales",
  "net_sales",
  "currency_code",
] as const

/** All of it, some products at a time. What is sold meanwhile may move a product from one part to the next. */
export async function* readProductRows(
  container: MedusaContainer,
  asked: ProductsAsked,
  limit = 10_000
): AsyncGenerator<ProductRow[]> {
  let is_more = true
  for (let offset = 0; is_more; offset += limit) {
    const { products, count } = await readProductReport(container, asked, { limit, offset })
    yield products
    is_more = offset + limit < count
  }
}
