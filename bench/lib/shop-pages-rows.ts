import { query } from "../../scripts/lib/database"

/** How many orders there are, every tenth of them of the measured shop, in so many days; its products besides. */
export type ShopPagesSize = { orders: number; days: number; items: number }

export const MEASURED_SHOP = "vend_bench_00"

const SHOPS = 20

/** The measured shop has every tenth order, the others share the rest. */
const SHOP_OF = `'vend_bench_' || lpad((case when n % 10 = 0 then 0 else 1 + n % ${SHOPS - 1} end)::text, 2, '0')`

/** What becomes of an order by its number: most arrive, some are called off, the newest are under way. */
const STATUS = `case when $ORDERS - n < 2000 then (array['pending', 'confirmed', 'shipped'])[1 + (n / 10) % 3]
  when n % 70 = 0 then 'canceled' when n % 330 = 0 then 'returned' else 'delivered' end`

const PLACED = `now() - interval '1 minute' - interval '1 day' * $DAYS * ($ORDERS - n) / $ORDERS`

const NUMBERS = "generate_series(1, $ORDERS) as n"
/** Core's own tables are asked for the measured shop alone. */
const OWN = "generate_series(10, $ORDERS, 10) as n"
const ONE = `1, '{"value":"1","precision":20}'`
const NOTHING = `0, '{"value":"0","precision":20}'`

const STATEMENTS = [
  `insert into vendor (id, name, handle, contact_email, status, shipping_profile_id, stock_location_id)
   select 'vend_bench_' || lpad(n::text, 2, '0'), 'Shop ' || n, 'bench-' || n, 'shop@example.com', 'approved',
     'sp_bench_' || n, 'sloc_bench_' || n from generate_series(0, ${SHOPS - 1}) as n`,
  `insert into order_partition (id, order_id, currency_code, charged_minor, credit_minor)
   select 'opart_bench_' || n, 'order_bench_' || n, 'ngn', 500000, 0 from ${NUMBERS}`,
  `insert into vendor_order (id, display_number, order_id, partition_id, vendor_id, status, currency_code, item_count, item_minor,
     shipping_minor, vendor_discount_minor, platform_discount_minor, tax_minor, total_minor, credit_minor, charged_minor,
     commission_minor, net_minor, placed_at)
   select 'vord_bench_' || lpad(n::text, 9, '0'), n || '-1', 'order_bench_' || n, 'opart_bench_' || n, ${SHOP_OF}, ${STATUS},
     'ngn', 1, 350000, 150000, 0, 0, 0, 500000, 0, 500000, 35000, 465000, ${PLACED} from ${NUMBERS}`,
  `insert into vendor_order_line (id, vendor_order_id, kind, source_id, title, quantity, gross_minor, vendor_discount_minor,
     platform_discount_minor, tax_minor, total_minor, commission_rate_bps, commission_base_minor, commission_minor, net_minor)
   select 'vol_bench_' || n || kind, 'vord_bench_' || lpad(n::text, 9, '0'), kind, source || n, 'Adire cloth', '1', minor, 0, 0, 0,
     minor, 1000, minor, fee, minor - fee
   from ${NUMBERS}, (values ('item', 'ordli_bench_', 350000, 35000), ('shipping', 'ordsm_bench_', 150000, 0)) as k(kind, source, minor, fee)`,
  `insert into vendor_order_transition (id, vendor_order_id, from_status, to_status, actor, created_at)
   select 'vot_bench_' || n || '_' || place, 'vord_bench_' || lpad(n::text, 9, '0'), before, after, 'bench',
     ${PLACED} + interval '9 hours' * place * (1 + n % 13)
   from ${NUMBERS}, (values (1, 'pending', 'confirmed'), (2, 'confirmed', 'shipped'), (3, 'shipped', 'delivered')) as k(place, before, after)
   where n % 70 <> 0 and place < case when $ORDERS - n < 2000 then 1 + (n / 10) % 3 else 4 end`,
  `insert into vendor_order_cancellation (id, vendor_order_id, order_id, vendor_id, stage, amount_minor, actor, reason, canceled_by)
   select 'voc_bench_' || n, 'vord_bench_' || lpad(n::text, 9, '0'), 'order_bench_' || n, ${SHOP_OF}, 'refunded', 500000, 'bench',
     'bench', (array['vendor', 'buyer', 'clock'])[1 + (n / 70) % 3] from ${NUMBERS} where n % 70 = 0`,
  `insert into vendor_order_return (return_id, vendor_order_id, order_id, vendor_id, state, reason_code, items)
   select 'return_bench_' || n, 'vord_bench_' || lpad(n::text, 9, '0'), 'order_bench_' || n, ${SHOP_OF},
     (array['refunded', 'requested', 'rejected'])[1 + (n / 330) % 3], (array['wrong_item', 'changed_mind'])[1 + (n / 330) % 2], '[]'
   from ${NUMBERS} where n % 330 = 0`,
  `insert into order_address (id, first_name, last_name, city) select 'ordaddr_bench_' || n, 'Ngozi', 'Eze', 'Ikeja' from ${OWN}`,
  `insert into "order" (id, currency_code, version, status, email, shipping_address_id)
   select 'order_bench_' || n, 'ngn', 1, 'pending', 'ngozi@example.com', 'ordaddr_bench_' || n from ${OWN}`,
  `insert into order_line_item (id, title, product_title, variant_sku, unit_price, raw_unit_price)
   select 'ordli_bench_' || n, 'Adire cloth', 'Adire cloth', 'ADIRE', ${ONE} from ${OWN}`,
  `insert into order_item (id, order_id, version, item_id, quantity, raw_quantity, fulfilled_quantity, raw_fulfilled_quantity,
     shipped_quantity, raw_shipped_quantity, return_requested_quantity, raw_return_requested_quantity, return_received_quantity,
     raw_return_received_quantity, return_dismissed_quantity, raw_return_dismissed_quantity, written_off_quantity, raw_written_off_quantity)
   select 'orditem_bench_' || n, 'order_bench_' || n, 1, 'ordli_bench_' || n, ${[ONE, ...Array.from({ length: 6 }, () => NOTHING)].join(", ")}
   from ${OWN}`,
  `insert into fulfillment (id, location_id, shipped_at)
   select 'ful_bench_' || n, 'sloc_bench_0', ${PLACED} + interval '1 day' from ${OWN} where n % 70 <> 0`,
  `insert into order_fulfillment (id, order_id, fulfillment_id)
   select 'ordful_bench_' || n, 'order_bench_' || n, 'ful_bench_' || n from ${OWN} where n % 70 <> 0`,
  `insert into fulfillment_item (id, title, sku, barcode, quantity, raw_quantity, line_item_id, fulfillment_id)
   select 'fulit_bench_' || n, 'Adire cloth', 'ADIRE', '', ${ONE}, 'ordli_bench_' || n, 'ful_bench_' || n from ${OWN} where n % 70 <> 0`,
  `insert into fulfillment_label (id, tracking_number, tracking_url, label_url, fulfillment_id)
   select 'fulla_bench_' || n, case when n % 190 = 0 then 'none' else 'GIG' || n end, '', '', 'ful_bench_' || n from ${OWN}
   where n % 70 <> 0`,
  `insert into product (id, title, handle, status) select 'prod_bench_' || n, 'Cloth ' || n, 'cloth-' || n, 'published'
   from generate_series(1, $ITEMS) as n`,
  `insert into product_vendor (id, product_id, vendor_id) select 'pv_bench_' || n, 'prod_bench_' || n, '${MEASURED_SHOP}'
   from generate_series(1, $ITEMS) as n`,
  `insert into product_variant (id, title, sku, product_id) select 'variant_bench_' || n, 'Blue', 'BENCH-' || n, 'prod_bench_' || n
   from generate_series(1, $ITEMS) as n`,
  `insert into inventory_item (id, sku) select 'iitem_bench_' || n, 'BENCH-' || n from generate_series(1, $ITEMS) as n`,
  `insert into product_variant_inventory_item (id, variant_id, inventory_item_id, required_quantity)
   select 'pvitem_bench_' || n, 'variant_bench_' || n, 'iitem_bench_' || n, 1 from generate_series(1, $ITEMS) as n`,
  `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity, reserved_quantity,
     raw_reserved_quantity, incoming_quantity, raw_incoming_quantity)
   select 'ilev_bench_' || n, 'iitem_bench_' || n, 'sloc_bench_0', n % 50, jsonb_build_object('value', (n % 50)::text), ${NOTHING}, ${NOTHING}
   from generate_series(1, $ITEMS) as n`,
  "analyze",
]

/** Writes the market straight into the tables, without what others are told of each order: so many checkouts take days. */
export async function fillShopPages(url: string, { orders, days, items }: ShopPagesSize): Promise<void> {
  for (const statement of STATEMENTS) {
    const numbered = statement
      .replaceAll("$ORDERS", String(orders))
      .replaceAll("$DAYS", String(days))
      .replaceAll("$ITEMS", String(items))
    await query(url, `set session_replication_role = replica; ${numbered}`)
  }
}
