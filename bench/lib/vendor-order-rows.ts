import { query } from "../../scripts/lib/database"

/**
 * Every second one is the measured vendor's, the others are spread over the rest; most are delivered, as in a shop
 * that has sold for two years. Rows lie in the order in which they were placed.
 */
const NUMBERED = `
  with numbered as (
    select n, (select array_agg(id order by handle) from vendor where handle like 'catalogue-vendor-%'
        and length(handle) = length('catalogue-vendor-01') and status = 'approved') as vendors
    from generate_series($1::int + 1, $2::int) as n)`

const PARTITIONS = `${NUMBERED}
  insert into order_partition (id, order_id, currency_code, charged_minor, credit_minor)
  select 'opart_bench_' || n, 'order_bench_' || n, 'ngn', 500000 + n, 0 from numbered`

const VENDOR_ORDERS = `${NUMBERED}
  insert into vendor_order (id, display_number, order_id, partition_id, vendor_id, status, currency_code, item_count,
    item_minor, shipping_minor, vendor_discount_minor, platform_discount_minor, tax_minor, total_minor,
    credit_minor, charged_minor, commission_minor, net_minor, placed_at)
  select 'vord_bench_' || lpad(n::text, 9, '0'), 'B' || n || '-1', 'order_bench_' || n, 'opart_bench_' || n,
    case when n % 2 = 0 then vendors[1] else vendors[2 + (n / 2) % (cardinality(vendors) - 1)] end,
    case when $2 - n < 200 then (array['pending', 'confirmed', 'shipped'])[1 + n % 3]
      when n % 50 = 0 then 'canceled' when n % 33 = 0 then 'returned' else 'delivered' end,
    'ngn', 1 + n % 4, 350000 + n, 150000, 0, 0, 0, 500000 + n, 0, 500000 + n, 35000, 465000 + n,
    now() - interval '2 years' * ($2 - n) / $2
  from numbered`

/** Writes orders number `from + 1` to `to` straight into the tables: a hundred thousand checkouts take a day. */
export async function insertVendorOrders(url: string, to: number, from = 0): Promise<void> {
  await query(url, PARTITIONS, [from, to])
  await query(url, VENDOR_ORDERS, [from, to])
}
