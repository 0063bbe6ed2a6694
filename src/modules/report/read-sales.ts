import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { addSums, NOTHING, SUMMED_AMOUNTS, SUMMED_COUNTS, type Sums, takeSums } from "./domain/figures"
import type { Period } from "./domain/period"
import { nearestDay } from "./domain/pieces"
import { type ReportScope, scopeName } from "./scope"
import type { Buyers, ReportQuery, SalesSums } from "./types"

const SUMMED = [...SUMMED_COUNTS, ...SUMMED_AMOUNTS].map((name) => `sum(${name})::text as ${name}`).join(", ")

type SumRow = { at: number } & Record<
  (typeof SUMMED_COUNTS)[number] | (typeof SUMMED_AMOUNTS)[number],
  string
>

function toSums(row: SumRow): Sums {
  const sums = { ...NOTHING }
  for (const name of SUMMED_COUNTS) {
    sums[name] = Number(row[name])
  }
  for (const name of SUMMED_AMOUNTS) {
    sums[name] = BigInt(row[name])
  }

  return sums
}

type Of = { scope: string; currency_code: string }

const byNumber = (rows: SumRow[]) => new Map(rows.map((row) => [row.at, toSums(row)]))

/** The days of UTC between these, numbered from 1 on. */
async function sumDays(context: Context, { scope, currency_code }: Of, starts: Date[]) {
  const days = starts.map((start) => start.toISOString().slice(0, 10))

  return byNumber(
    await queryRows<SumRow>(
      context,
      `select width_bucket(day_at, array(select jsonb_array_elements_text(?::jsonb)::date order by 1)) as at, ${SUMMED}
       from report_sale_day where scope = ? and currency_code = ? and day_at >= ?::date and day_at < ?::date group by 1`,
      [JSON.stringify(days), scope, currency_code, days[0], days.at(-1)]
    )
  )
}

/** The hours between each moment and the day of UTC that begins nearest to it, by the moment's place. */
async function sumHours(context: Context, { scope, currency_code }: Of, moments: Date[]) {
  const spans = moments.map((moment, at) => ({ at, ...spanBetween(moment, nearestDay(moment)) }))

  return byNumber(
    await queryRows<SumRow>(
      context,
      `select span.at, hours.* from jsonb_to_recordset(?::jsonb) as span (at int, "from" timestamptz, "to" timestamptz)
       cross join lateral (
         select count(*) as quarters, ${SUMMED} from report_sale_quarter
         where scope = ? and currency_code = ? and quarter_at >= span."from" and quarter_at < span."to") as hours
       where hours.quarters > 0`,
      [JSON.stringify(spans.filter(({ from, to }) => from < to)), scope, currency_code]
    )
  )
}

const spanBetween = (one: Date, other: Date) =>
  one < other ? { from: one, to: other } : { from: other, to: one }

/**
 * A stretch between two moments is that between the days of UTC nearest to them, and what lies between each moment and its
 * day: added or taken off, by which of the two comes first.
 */
export async function readSales(
  context: Context,
  reportScope: ReportScope,
  { period, currency_code }: ReportQuery
): Promise<SalesSums> {
  const of = { scope: scopeName(reportScope), currency_code }
  const { buckets, previous, ends_at } = period
  // The period before is the first stretch of all.
  const moments = [previous.starts_at, ...buckets.map(({ starts_at }) => starts_at), ends_at]
  const [days, hours, buyers] = await Promise.all([
    sumDays(context, of, moments.map(nearestDay)),
    sumHours(context, of, moments),
    readBuyers(context, { ...of, period }),
  ])
  const beyond = moments.map((moment, at) => {
    const sums = hours.get(at) ?? NOTHING
    return moment > nearestDay(moment) ? sums : takeSums(NOTHING, sums)
  })
  const stretch = (at: number) =>
    takeSums(addSums([days.get(at + 1) ?? NOTHING, beyond[at + 1] ?? NOTHING]), beyond[at] ?? NOTHING)

  return {
    previous: stretch(0),
    series: buckets.map((_, index) => stretch(index + 1)),
    ...buyers,
  }
}

/**
 * A buyer counts at the first purchase in a span: the first of all, or the one whose last one was before the span. An index holds each
 * of the two, so that nobody's further purchases are looked at.
 */
const BUYERS = `select firsts.new_buyers, firsts.new_once, firsts.new_buyers + others.returned as buyers
  from (
    select count(*)::int as new_buyers, count(*) filter (where next_at is null or next_at >= ?)::int as new_once
    from report_purchase
    where scope = ? and currency_code = ? and previous_at is null and placed_at >= ? and placed_at < ?
  ) as firsts, (
    select count(*)::int as returned from report_purchase
    where scope = ? and currency_code = ? and previous_at < ? and placed_at >= ? and placed_at < ?
  ) as others`

type BuyerRow = { buyers: number; new_buyers: number; new_once: number }

async function readBuyers(
  context: Context,
  { scope, currency_code, period }: Of & { period: Period }
): Promise<Pick<SalesSums, "buyers" | "previous_buyers">> {
  const values = ({ starts_at, ends_at }: Pick<Period, "starts_at" | "ends_at">) => [
    ...[ends_at, scope, currency_code, starts_at, ends_at],
    ...[scope, currency_code, starts_at, starts_at, ends_at],
  ]
  const rows = await queryRows<BuyerRow>(context, `${BUYERS} union all ${BUYERS}`, [
    ...values(period),
    ...values(period.previous),
  ])

  return { buyers: buyersFrom(rows[0]), previous_buyers: buyersFrom(rows[1]) }
}

const buyersFrom = (
  { buyers, new_buyers, new_once }: BuyerRow = { buyers: 0, new_buyers: 0, new_once: 0 }
): Buyers => ({
  buyers,
  new_buyers,
  repeat_buyers: buyers - new_once,
})

/** The currencies that a scope ever sold in, the one with the most orders in the period first. */
export async function readCurrencies(
  context: Context,
  scope: ReportScope,
  { starts_at, ends_at }: Pick<Period, "starts_at" | "ends_at">
): Promise<string[]> {
  const name = scopeName(scope)
  // There are few of them and many rows of each: the index is walked from one to the next.
  const next = (after: string) => `(select currency_code from report_sale_day where scope = ? ${after}
    order by currency_code limit 1)`
  const rows = await queryRows<{ currency_code: string }>(
    context,
    `with recursive found as (
       select ${next("")} as currency_code
       union all
       select ${next("and currency_code > found.currency_code")} from found where currency_code is not null
     )
     select currency_code from found where currency_code is not null
     order by (select coalesce(sum(orders), 0) from report_sale_day s where s.scope = ?
       and s.currency_code = found.currency_code and s.day_at >= ?::date and s.day_at < ?::date) desc, currency_code`,
    [name, name, name, nearestDay(starts_at), nearestDay(ends_at)]
  )

  return rows.map(({ currency_code }) => currency_code)
}
