import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { Period } from "./domain/period"
import { dropMarks, hasMarks, type Mark, takeMarks, tryToHold, waitToHold } from "./mark-rows"
import { ReportMark } from "./models/report-mark"
import { replaceAllProducts, replaceProducts, type ShopDay } from "./product-rows"
import { replaceAllPurchases, replacePurchases } from "./purchase-rows"
import { readProducts } from "./read-products"
import { readCurrencies, readSales } from "./read-sales"
import { replaceSales } from "./sale-rows"
import type { ProductPage, ReportQuery, ReportScope, SalesSums, SoldProduct } from "./types"

/** Sums of what was sold and of what came of it, kept current by marks and rebuildable from the tables of other modules. */
class ReportModuleService extends MedusaService({ ReportMark }) {
  /**
   * Works out anew what was marked, of a shop or of all, at most so many marks at once. Marks and sums change in one transaction,
   * by one process at a time: whatever dies is done again, and no older sum replaces a newer one.
   * @returns how many marks were taken; null when another process is at it
   */
  @InjectTransactionManager()
  async keepCurrent(
    scope: ReportScope,
    limit: number,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number | null> {
    if (!(await tryToHold(sharedContext))) {
      return null
    }
    const marks = await takeMarks(sharedContext, scope, limit)
    if (marks.length) {
      await replaceSales(sharedContext, {
        quarters: each(marks.map(({ quarter_at }) => quarter_at)),
        days: each(marks.map(({ day_at }) => day_at)),
      })
      const sold = marks.filter(isSale)
      if (sold.length) {
        await replaceProducts(sharedContext, sold)
        await replacePurchases(sharedContext, each(sold.map(({ order_id }) => order_id)))
      }
    }

    return marks.length
  }

  /** Works out everything anew. @returns how many rows were not what they should have been */
  @InjectTransactionManager()
  async rebuild(@MedusaContext() sharedContext: Context = {}): Promise<number> {
    await waitToHold(sharedContext)
    // What they are about is committed, so each of the statements below sees it.
    await dropMarks(sharedContext)
    const sales = await replaceSales(sharedContext, null)
    const products = await replaceAllProducts(sharedContext)

    return sales + products + (await replaceAllPurchases(sharedContext))
  }

  /** Whether all that has happened in the scope is in its sums. */
  @InjectManager()
  async isCurrent(scope: ReportScope, @MedusaContext() sharedContext: Context = {}): Promise<boolean> {
    return !(await hasMarks(sharedContext, scope))
  }

  @InjectManager()
  async sumSales(
    scope: ReportScope,
    query: ReportQuery,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<SalesSums> {
    return readSales(sharedContext, scope, query)
  }

  @InjectManager()
  async listSoldProducts(
    scope: ReportScope,
    query: ReportQuery & ProductPage,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ products: SoldProduct[]; count: number }> {
    return readProducts(sharedContext, scope, query)
  }

  @InjectManager()
  async currenciesOf(
    scope: ReportScope,
    span: Pick<Period, "starts_at" | "ends_at">,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<string[]> {
    return readCurrencies(sharedContext, scope, span)
  }
}

const each = (values: string[]) => [...new Set(values)]

const isSale = (mark: Mark): mark is Mark & ShopDay & { order_id: string } =>
  mark.order_id !== null && mark.vendor_id !== null

export default ReportModuleService
