import type { SalesSums } from "../types"
import type { Run } from "./shop-history"

export type Asked = {
  vendor_id: string | null
  currency_code: string
  time_zone: string
  from: string
  to: string
}

/** An order is in a period when the zone's clock shows one of its days, as PostgreSQL knows that clock. */
const within = (at: string) =>
  `(${at} at time zone ?)::date >= ?::date and (${at} at time zone ?)::date < ?::date`
const of = ({ vendor_id }: Asked) => (vendor_id ? "o.vendor_id = ?" : "?::text is null")
const valuesOf = (asked: Asked) => [
  asked.vendor_id,
  asked.currency_code,
  asked.time_zone,
  asked.from,
  asked.time_zone,
  asked.to,
]

const ORDERS = (asked: Asked) => `select o.*, coalesce(c.customer_id, lower(c.email), o.order_id) as who
  from vendor_order o join "order" c on c.id = o.order_id
  where ${of(asked)} and o.currency_code = ? and o.deleted_at is null`

/** The figures of a period, straight from the orders and what came of them: nothing that is kept is read. */
export async function plainSums(run: Run, asked: Asked) {
  const [sold] = await run(
    `select count(distinct order_id) as orders, coalesce(sum(tax_minor), 0) as tax_minor,
       coalesce(sum(net_minor), 0) as earnings_minor, coalesce(sum(commission_minor), 0) as commission_minor
     from (${ORDERS(asked)}) as o where ${within("placed_at")}`,
    valuesOf(asked)
  )
  const [lines] = await run(
    `select coalesce(sum(case when l.kind = 'item' then l.quantity::int end), 0) as units,
       coalesce(sum(case when l.kind = 'item' then l.gross_minor end), 0) as gross_minor,
       coalesce(sum(case when l.kind = 'item' then l.gross_minor + l.tax_minor - l.total_minor end), 0) as discount_minor,
       coalesce(sum(case when l.kind = 'shipping' then l.total_minor - l.tax_minor end), 0) as shipping_minor
     from (${ORDERS(asked)}) as o join vendor_order_line l on l.vendor_order_id = o.id where ${within("placed_at")}`,
    valuesOf(asked)
  )
  const after = async (table: string, columns: string, which = "true") => {
    const [row] = await run(
      `select ${columns} from ${table} e join (${ORDERS(asked)}) as o on o.id = e.vendor_order_id
       where ${which} and ${within("e.created_at")}`,
      valuesOf(asked)
    )

    return row
  }
  const [refunds, canceled, returned] = [
    await after(
      "vendor_order_refund",
      `coalesce(sum(case when e.amount_minor < 0 then -1 else 1 end), 0) as refunds, coalesce(sum(e.amount_minor), 0) as refunded_minor,
       coalesce(sum(e.amount_minor + e.platform_discount_minor - e.commission_minor), 0) as returned_earnings_minor`
    ),
    await after(
      "vendor_order_transition",
      "count(*) as cancellations, coalesce(sum(o.total_minor), 0) as canceled_minor",
      "e.to_status = 'canceled'"
    ),
    await after("vendor_order_return", "count(*) as returns"),
  ]
  const all = { ...sold, ...lines, ...refunds, ...canceled, ...returned }

  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, String(value)]))
}

export async function plainBuyers(run: Run, asked: Asked): Promise<SalesSums["buyers"]> {
  const [row] = await run(
    `select count(*)::int as buyers, (count(*) filter (where before = 0))::int as new_buyers,
       (count(*) filter (where before > 0 or now > 1))::int as repeat_buyers
     from (
       select who, count(distinct order_id) filter (where ${within("placed_at")}) as now,
         count(distinct order_id) filter (where (placed_at at time zone ?)::date < ?::date) as before
       from (${ORDERS(asked)}) as o group by who
     ) as people where now > 0`,
    [
      ...[asked.time_zone, asked.from, asked.time_zone, asked.to, asked.time_zone, asked.from],
      ...[asked.vendor_id, asked.currency_code],
    ]
  )

  return row as unknown as SalesSums["buyers"]
}

export const plainProducts = (run: Run, asked: Asked) =>
  run(
    `select i.product_id, (select title from product where id = i.product_id) as title, count(distinct o.order_id)::int as orders,
       sum(l.quantity::int)::int as units, sum(l.gross_minor)::text as gross_minor,
       sum(l.total_minor - l.tax_minor)::text as net_minor
     from (${ORDERS(asked)}) as o join vendor_order_line l on l.vendor_order_id = o.id and l.kind = 'item'
     join order_line_item i on i.id = l.source_id
     where i.product_id is not null and ${within("placed_at")}
     group by i.product_id order by sum(l.total_minor - l.tax_minor) desc, i.product_id`,
    valuesOf(asked)
  )
