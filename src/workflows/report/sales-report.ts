import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import {
  addSums,
  averageOrderOf,
  changeOf,
  netSalesOf,
  type Sums,
  totalSalesOf,
} from "../../modules/report/domain/figures"
import type { Days, Interval } from "../../modules/report/domain/period"
import type { Buyers } from "../../modules/report/types"
import { prepareReport, type ReportAsked, type ReportHead, reportsOf } from "./prepare-report"

/** Each is defined in docs/reports.md. */
const AMOUNTS = {
  gross_sales: (sums: Sums) => sums.gross_minor,
  discounts: (sums: Sums) => sums.discount_minor,
  net_sales: netSalesOf,
  shipping: (sums: Sums) => sums.shipping_minor,
  tax: (sums: Sums) => sums.tax_minor,
  total_sales: totalSalesOf,
  platform_discounts: (sums: Sums) => sums.platform_discount_minor,
  commission: (sums: Sums) => sums.commission_minor,
  commission_tax: (sums: Sums) => sums.commission_tax_minor,
  withholding: (sums: Sums) => sums.withholding_minor,
  earnings: (sums: Sums) => sums.earnings_minor,
  refunded: (sums: Sums) => sums.refunded_minor,
  commission_returned: (sums: Sums) => sums.returned_commission_minor,
  commission_tax_returned: (sums: Sums) => sums.returned_commission_tax_minor,
  earnings_returned: (sums: Sums) => sums.returned_earnings_minor,
  canceled: (sums: Sums) => sums.canceled_minor,
}

const COUNTS = {
  orders: (sums: Sums) => sums.orders,
  units: (sums: Sums) => sums.units,
  refund_count: (sums: Sums) => sums.refunds,
  cancellation_count: (sums: Sums) => sums.cancellations,
  return_count: (sums: Sums) => sums.returns,
}

type AmountName = keyof typeof AMOUNTS
type CountName = keyof typeof COUNTS

/** With the period before; `change_bps` is null where there was nothing to compare with. */
export type Compared<Value> = { value: Value; previous: Value; change_bps: number | null }

/** Amounts are decimals in major units. */
export type SalesBucket = Days & { starts_at: Date } & Record<AmountName, string> &
  Record<CountName, number> & { average_order_value: string | null }

export type SalesFigures = Record<AmountName, Compared<string>> &
  Record<CountName | keyof Buyers, Compared<number>> & { average_order_value: Compared<string | null> }

export type SalesReport = ReportHead & {
  interval: Interval
  previous: Days
  figures: SalesFigures
  /** How many of the visits ended in an order; null while visits are not counted. */
  conversion_bps: number | null
  conversion_missing: "visits_not_counted" | null
  series: SalesBucket[]
}

export async function readSalesReport(
  container: MedusaContainer,
  asked: ReportAsked
): Promise<{ report: SalesReport }> {
  const { period, head } = await prepareReport(container, asked)
  const { currency_code } = head
  const sums = await reportsOf(container).sumSales(asked.scope, { period, currency_code })
  const { from, to } = period.previous

  return {
    report: {
      ...head,
      interval: period.interval,
      previous: { from, to },
      figures: {
        ...figuresOf(addSums(sums.series), sums.previous, currency_code),
        ...eachOf(sums.buyers, (name, count) => compared(count, sums.previous_buyers[name], asCount)),
      },
      conversion_bps: null,
      conversion_missing: "visits_not_counted",
      series: sums.series.map((part, index) => ({
        ...daysOf(period.buckets[index]),
        ...bucketFigures(part, currency_code),
      })),
    },
  }
}

/** One bucket for each sum, as the module has made them. */
const daysOf = (bucket: (Days & { starts_at: Date }) | undefined) => ({
  from: bucket?.from ?? "",
  to: bucket?.to ?? "",
  starts_at: bucket?.starts_at ?? new Date(0),
})

function eachOf<Name extends string, Value, Made>(
  record: Record<Name, Value>,
  make: (name: Name, value: Value) => Made
): Record<Name, Made> {
  // Made from the very entries of the record.
  return Object.fromEntries(
    Object.entries<Value>(record).map(([name, value]) => [name, make(name as Name, value)])
  ) as Record<Name, Made>
}

const asCount = (count: number) => count

function compared<Raw extends bigint | number | null, Value>(
  value: Raw,
  previous: Raw,
  shown: (raw: Raw) => Value
): Compared<Value> {
  return { value: shown(value), previous: shown(previous), change_bps: changeOf(value, previous) }
}

function figuresOf(now: Sums, before: Sums, currencyCode: string) {
  const major = (minor: bigint) => toMajorUnits(minor, currencyCode)
  const majorIfAny = (minor: bigint | null) => (minor === null ? null : major(minor))

  return {
    ...eachOf(AMOUNTS, (_, of) => compared(of(now), of(before), major)),
    ...eachOf(COUNTS, (_, of) => compared(of(now), of(before), asCount)),
    average_order_value: compared(averageOrderOf(now), averageOrderOf(before), majorIfAny),
  }
}

function bucketFigures(sums: Sums, currencyCode: string) {
  const average = averageOrderOf(sums)

  return {
    ...eachOf(AMOUNTS, (_, of) => toMajorUnits(of(sums), currencyCode)),
    ...eachOf(COUNTS, (_, of) => of(sums)),
    average_order_value: average === null ? null : toMajorUnits(average, currencyCode),
  }
}

export const SALES_COLUMNS = [
  "from",
  "to",
  "currency_code",
  "orders",
  "units",
  "gross_sales",
  "discounts",
  "net_sales",
  "average_order_value",
  "shipping",
  "tax",
  "total_sales",
  "platform_discounts",
  "commission",
  "commission_tax",
  "withholding",
  "earnings",
  "refund_count",
  "refunded",
  "commission_returned",
  "commission_tax_returned",
  "earnings_returned",
  "cancellation_count",
  "canceled",
  "return_count",
] as const

export type SalesRow = SalesBucket & { currency_code: string }

/** The series as a table. */
export async function* readSalesRows(
  container: MedusaContainer,
  asked: ReportAsked
): AsyncGenerator<SalesRow[]> {
  const { report } = await readSalesReport(container, asked)
  yield report.series.map((bucket) => ({ ...bucket, currency_code: report.currency_code }))
}
