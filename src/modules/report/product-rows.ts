import type { Context } from "@medusajs/framework/types"
import { type Replacement, replaceRows, replaceRowsNaming, type Sql } from "./replace-rows"

export type ShopDay = { vendor_id: string; day_at: string }

const VALUES = ["orders", "units", "gross_minor", "net_minor"]

/** Items of the catalogue; what staff write into an order by hand is no product. The alias `o` is the vendor order. */
export const SOLD_ITEMS = `vendor_order o
  join vendor_order_line l on l.vendor_order_id = o.id and l.kind = 'item' and l.deleted_at is null
  join order_line_item i on i.id = l.source_id and i.product_id is not null`

export const ITEM_SUMS = `count(distinct o.order_id)::int as orders, sum(l.quantity::numeric) as units,
  sum(l.gross_minor) as gross_minor,
  sum(l.gross_minor - l.vendor_discount_minor - l.platform_discount_minor) as net_minor`

const allDays: Sql = {
  sql: `select o.vendor_id, o.currency_code, i.product_id, (o.placed_at at time zone 'UTC')::date as day_at, ${ITEM_SUMS}
    from ${SOLD_ITEMS} where o.deleted_at is null group by 1, 2, 3, 4`,
  values: [],
}

const MARKED_DAYS = `(select distinct vendor_id, day_at, day_at::timestamp at time zone 'UTC' as starts_at
  from jsonb_to_recordset(?::jsonb) as days (vendor_id text, day_at date)) as marked`

/** One shop's day after the other, each by the index of its orders. */
const markedDays = (marked: string): Sql => ({
  sql: `select marked.vendor_id, sold.currency_code, sold.product_id, marked.day_at, ${VALUES.map((name) => `sold.${name}`).join(", ")}
    from ${MARKED_DAYS} cross join lateral (
      select o.currency_code, i.product_id, ${ITEM_SUMS} from ${SOLD_ITEMS}
      where o.vendor_id = marked.vendor_id and o.deleted_at is null
        and o.placed_at >= marked.starts_at and o.placed_at < marked.starts_at + interval '24 hours'
      group by 1, 2) as sold`,
  values: [marked],
})

type Grain = "day" | "month" | "year"

const tableOf = (grain: Grain): Pick<Replacement, "table" | "keys" | "values"> => ({
  table: `report_product_${grain}`,
  keys: ["vendor_id", "currency_code", "product_id", `${grain}_at`],
  values: VALUES,
})

/** What is summed of what. */
const COARSER = [
  { grain: "month", of: "day" },
  { grain: "year", of: "month" },
] as const

type Coarser = (typeof COARSER)[number]

const marked = ({ grain, of }: Coarser) =>
  `(select distinct vendor_id, currency_code, product_id, date_trunc('${grain}', ${of}_at)::date as ${grain}_at
    from jsonb_to_recordset(?::jsonb) as finer (vendor_id text, currency_code text, product_id text, ${of}_at date)) as marked`

const added = (coarser: Coarser, changed: string | null): Sql => {
  const { grain, of } = coarser

  return {
    sql: `select p.vendor_id, p.currency_code, p.product_id, date_trunc('${grain}', p.${of}_at)::date as ${grain}_at,
      sum(p.orders)::int as orders, sum(p.units) as units, sum(p.gross_minor) as gross_minor, sum(p.net_minor) as net_minor
    from report_product_${of} p ${
      changed
        ? `join ${marked(coarser)} on marked.vendor_id = p.vendor_id
            and marked.currency_code = p.currency_code and marked.product_id = p.product_id
            and p.${of}_at >= marked.${grain}_at and p.${of}_at < marked.${grain}_at + interval '1 ${grain}'`
        : ""
    } group by 1, 2, 3, 4`,
    values: changed ? [changed] : [],
  }
}

/** What shops have sold of each product, by days, months and years of UTC: what has changed of one, in the next. */
export async function replaceProducts(context: Context, soldOn: ShopDay[]): Promise<void> {
  const days = JSON.stringify(soldOn)
  let changed = await replaceRowsNaming<object>(context, {
    ...tableOf("day"),
    fresh: markedDays(days),
    of: {
      sql: `(kept.vendor_id, kept.day_at) in (select vendor_id, day_at from ${MARKED_DAYS})`,
      values: [days],
    },
  })
  for (const coarser of COARSER) {
    if (!changed.length) {
      return
    }
    const { keys, ...rest } = tableOf(coarser.grain)
    const finer = JSON.stringify(changed)
    const isOf = `(${keys.map((key) => `kept.${key}`).join(", ")}) in (select ${keys.join(", ")} from ${marked(coarser)})`
    changed = await replaceRowsNaming<object>(context, {
      ...rest,
      keys,
      fresh: added(coarser, finer),
      of: { sql: isOf, values: [finer] },
    })
  }
}

export async function replaceAllProducts(context: Context): Promise<number> {
  let count = await replaceRows(context, { ...tableOf("day"), fresh: allDays, of: null })
  for (const coarser of COARSER) {
    count += await replaceRows(context, {
      ...tableOf(coarser.grain),
      fresh: added(coarser, null),
      of: null,
    })
  }

  return count
}
