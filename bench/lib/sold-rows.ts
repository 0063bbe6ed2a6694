import type { PoolClient } from "@medusajs/framework/pg"

/** Sells half of everything. */
export const LARGE_SHOP = "vend_bench_0"
const SHOPS = 200
const LINES_A_ORDER = 2.5

/** Two years by the clock of Lagos, in which orders come evenly. */
export const SOLD = { from: "2024-11-28", to: "2026-11-28", time_zone: "Africa/Lagos" }
const STARTS_AT = "2024-11-27 23:00:00+00"
const DAYS = 730

/** Of the large shop 2,000 products, of every other 100; a few sell most. Each has two lines or three. */
const STATEMENTS = [
  `create temporary table sold as
     select n, 'order_bench_' || n as order_id, 'vord_bench_' || n as id,
       case when n % 2 = 0 then '${LARGE_SHOP}' else 'vend_bench_' || 1 + (n / 2) % ${SHOPS - 1} end as vendor_id,
       timestamptz '${STARTS_AT}' + interval '${DAYS} days' * (n - 1) / $ORDERS as placed_at,
       'cus_bench_' || floor(power(random(), 2) * 100000)::int as customer_id, 2 + (n / 2) % 2 as lines
     from generate_series(1, $ORDERS) n`,
  `create temporary table sold_line as
     select sold.*, line, 'item_bench_' || n || '_' || line as source_id, 1 + (n + line) % 3 as quantity, 10000 + (n * line) % 77777 as gross,
       'prod_' || vendor_id || '_' || floor(power(random(), 2) * case vendor_id when '${LARGE_SHOP}' then 2000 else 100 end)::int as product_id
     from sold, generate_series(1, lines) line`,
  `insert into product (id, title, handle, status)
     select distinct product_id, 'Product ' || product_id, product_id, 'published' from sold_line`,
  `insert into "order" (id, customer_id, email, currency_code) select order_id, customer_id, customer_id || '@example.com', 'ngn' from sold`,
  `insert into order_partition (id, order_id, currency_code, charged_minor, credit_minor)
     select 'opart_bench_' || n, order_id, 'ngn', 0, 0 from sold`,
  `insert into order_line_item (id, title, product_id, unit_price, raw_unit_price)
     select source_id, 'Item', product_id, 100, '{"value": "100"}' from sold_line`,
  `insert into vendor_order (id, display_number, order_id, partition_id, vendor_id, status, currency_code, item_count, item_minor,
       shipping_minor, vendor_discount_minor, platform_discount_minor, tax_minor, total_minor, credit_minor, charged_minor,
       commission_minor, net_minor, placed_at)
     select id, n || '-1', order_id, 'opart_bench_' || n, vendor_id, 'delivered', 'ngn', count(*), sum(gross), 0, 500 * count(*), 0,
       700 * count(*), sum(gross) + 200 * count(*), 0, sum(gross) + 200 * count(*), 800 * count(*), sum(gross) - 600 * count(*), placed_at
     from sold_line group by n, id, order_id, vendor_id, placed_at`,
  `insert into vendor_order_line (id, vendor_order_id, kind, source_id, title, quantity, gross_minor, vendor_discount_minor,
       platform_discount_minor, tax_minor, total_minor, commission_rate_bps, commission_base_minor, commission_minor, net_minor)
     select 'vol_' || source_id, id, 'item', source_id, 'Item', quantity, gross, 500, 0, 700, gross + 200, 800, gross - 500, 800, gross - 600
     from sold_line`,
  `insert into vendor_order_refund (id, vendor_order_id, refund_key, amount_minor, commission_minor, platform_discount_minor, created_at)
     select 'vor_bench_' || n, id, 'bench_' || n, 1000, 80, 0, placed_at + interval '9 days' from sold where n % 20 = 0`,
  `insert into vendor_order_transition (id, vendor_order_id, from_status, to_status, actor, created_at)
     select 'vot_bench_' || n, id, 'pending', 'canceled', 'bench', placed_at + interval '1 hour' from sold where n % 50 = 0`,
  "drop table sold, sold_line",
]

/** Writes so many sold lines straight into the tables, without the triggers: the sums are rebuilt afterwards. */
export async function insertSoldLines(client: PoolClient, lines: number): Promise<void> {
  const orders = String(Math.round(lines / LINES_A_ORDER))
  await client.query("set session_replication_role = replica")
  for (const statement of STATEMENTS) {
    await client.query(statement.replaceAll("$ORDERS", orders))
  }
  await client.query("set session_replication_role = origin")
}

const WITHIN = `placed_at >= timestamptz '${STARTS_AT}' and placed_at < timestamptz '${STARTS_AT}' + interval '${DAYS} days'`

const orders = (vendorId: string | null) =>
  `vendor_order o where currency_code = 'ngn' and ${WITHIN} ${vendorId ? `and vendor_id = '${vendorId}'` : ""}`

/** What a report of sales would ask without sums: the lines by month, and the buyers. */
export const plainSales = (vendorId: string | null) => [
  `select date_trunc('month', placed_at at time zone '${SOLD.time_zone}') as month, count(distinct order_id) as orders,
     sum(quantity::numeric) as units, sum(gross_minor)::text as gross_minor, sum(vendor_discount_minor + platform_discount_minor) as discounts,
     sum(tax_minor), sum(commission_minor), sum(commission_tax_minor), sum(net_minor)
   from (select o.order_id, o.placed_at, l.* from ${orders(vendorId)
     .replace("vendor_order o", "vendor_order o join vendor_order_line l on l.vendor_order_id = o.id")
     .replaceAll("placed_at", "o.placed_at")}) as lines group by 1`,
  `select count(distinct c.customer_id)::int as buyers from "order" c where c.id in (select order_id from ${orders(vendorId)})`,
]

export const plainProducts = (vendorId: string | null) => `
  select i.product_id, sum(l.quantity::numeric) as units, sum(l.gross_minor) as gross,
    sum(l.gross_minor - l.vendor_discount_minor - l.platform_discount_minor)::text as net_minor
  from (select * from ${orders(vendorId)}) as o
  join vendor_order_line l on l.vendor_order_id = o.id and l.kind = 'item' join order_line_item i on i.id = l.source_id
  group by 1 order by sum(l.gross_minor - l.vendor_discount_minor - l.platform_discount_minor) desc, 1 limit 20`
