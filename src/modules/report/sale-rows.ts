import type { Context } from "@medusajs/framework/types"
import { quarterOf } from "../../lib/report-marks"
import { SUMMED_AMOUNTS, SUMMED_COUNTS, type SummedAmount, type SummedCount } from "./domain/figures"
import { listOf, replaceRows, type Sql } from "./replace-rows"
import { PLATFORM } from "./scope"

type Measure = Exclude<SummedCount, "orders"> | SummedAmount

const MEASURES: Measure[] = [...SUMMED_COUNTS.filter((name) => name !== "orders"), ...SUMMED_AMOUNTS]

/** Rows of other modules, each of which counts in the quarter of an hour that it is in. */
type Source = {
  from: string
  at: string
  is_sale?: true
  is_alive: string
  values: Partial<Record<Measure, string>>
}

const SOLD: Source = {
  from: `vendor_order o left join lateral (
      select sum(quantity::numeric) filter (where kind = 'item') as units,
        sum(gross_minor) filter (where kind = 'item') as gross_minor,
        sum(vendor_discount_minor + platform_discount_minor) filter (where kind = 'item') as discount_minor,
        sum(gross_minor - vendor_discount_minor - platform_discount_minor) filter (where kind = 'shipping') as shipping_minor
      from vendor_order_line where vendor_order_id = o.id and deleted_at is null) l on true`,
  at: "o.placed_at",
  is_sale: true,
  is_alive: "o.deleted_at is null",
  values: {
    units: "coalesce(l.units, 0)",
    gross_minor: "coalesce(l.gross_minor, 0)",
    discount_minor: "coalesce(l.discount_minor, 0)",
    shipping_minor: "coalesce(l.shipping_minor, 0)",
    tax_minor: "o.tax_minor",
    platform_discount_minor: "o.platform_discount_minor",
    commission_minor: "o.commission_minor",
    commission_tax_minor: "o.commission_tax_minor",
    withholding_minor: "o.withholding_minor",
    earnings_minor: "o.net_minor",
  },
}

const afterSale = (table: string, values: Source["values"], which = "true"): Source => ({
  from: `${table} e join vendor_order o on o.id = e.vendor_order_id`,
  at: "e.created_at",
  is_alive: `e.deleted_at is null and o.deleted_at is null and ${which}`,
  values,
})

/** A refund that failed is booked back by a row below zero. */
const SOURCES: Source[] = [
  SOLD,
  afterSale("vendor_order_refund", {
    refunds: "sign(e.amount_minor)",
    refunded_minor: "e.amount_minor",
    returned_commission_minor: "e.commission_minor",
    returned_commission_tax_minor: "e.commission_tax_minor",
    returned_earnings_minor: `e.amount_minor + e.platform_discount_minor - e.commission_minor - e.commission_tax_minor
      + e.withholding_minor - e.platform_tax_minor`,
  }),
  afterSale(
    "vendor_order_transition",
    { cancellations: "1", canceled_minor: "o.total_minor" },
    "e.to_status = 'canceled'"
  ),
  afterSale("vendor_order_return", { returns: "1" }),
]

type Marked = { quarters: string[]; days: string[] }

const factsOf = ({ from, at, is_sale, is_alive, values }: Source, only: string[] | null): Sql => ({
  sql: `select o.vendor_id, o.currency_code, ${quarterOf(at)} as quarter_at, ${is_sale ? "o.order_id" : "null"} as order_id,
      ${MEASURES.map((name) => `${values[name] ?? 0} as ${name}`).join(", ")}
    from ${from} where ${is_alive} ${only ? `and ${quarterOf(at)} in (${listOf(only)})` : ""}`,
  values: only ?? [],
})

const sumOf = (name: string) =>
  (SUMMED_COUNTS as readonly string[]).includes(name) && name !== "units"
    ? `sum(${name})::int as ${name}`
    : `sum(${name}) as ${name}`

const VALUES = [...SUMMED_COUNTS, ...SUMMED_AMOUNTS]

/** An order of several shops is one order of the platform's. */
function quarters(only: string[] | null): Sql {
  const facts = SOURCES.map((source) => factsOf(source, only))

  return {
    sql: `select coalesce(vendor_id, '${PLATFORM}') as scope, currency_code, quarter_at,
        count(distinct order_id)::int as orders, ${MEASURES.map(sumOf).join(", ")}
      from (${facts.map(({ sql }) => sql).join(" union all ")}) as facts
      group by grouping sets ((vendor_id, currency_code, quarter_at), (currency_code, quarter_at))`,
    values: facts.flatMap(({ values }) => values),
  }
}

const DAY = "(quarter_at at time zone 'UTC')::date"

/** Of UTC. An order is in one quarter alone, so that orders can be added, too. */
const days = (only: string[] | null): Sql => ({
  sql: `select scope, currency_code, ${DAY} as day_at, ${VALUES.map(sumOf).join(", ")}
    from report_sale_quarter ${only ? `where ${DAY} in (${listOf(only)})` : ""} group by 1, 2, 3`,
  values: only ?? [],
})

/** All that is in these quarters of hours, and their days, of all shops; or everything there is. */
export async function replaceSales(context: Context, marked: Marked | null): Promise<number> {
  const only = (column: string, values: string[] | undefined): Sql | null =>
    values ? { sql: `kept.${column} in (${listOf(values)})`, values } : null
  const changed = await replaceRows(context, {
    table: "report_sale_quarter",
    keys: ["scope", "currency_code", "quarter_at"],
    values: VALUES,
    fresh: quarters(marked?.quarters ?? null),
    of: only("quarter_at", marked?.quarters),
  })
  const changedDays = await replaceRows(context, {
    table: "report_sale_day",
    keys: ["scope", "currency_code", "day_at"],
    values: VALUES,
    fresh: days(marked?.days ?? null),
    of: only("day_at", marked?.days),
  })

  return changed + changedDays
}
