import { Client } from "@medusajs/framework/pg"

/** `$location` and `$profile` are what the first shop has. */
const ONE_SHOP = [
  `update product_shipping_profile set shipping_profile_id = $profile`,
  `update inventory_level set location_id = $location`,
  `delete from price_set where id in (select l.price_set_id from shipping_option_price_set l
     join shipping_option o on o.id = l.shipping_option_id where o.shipping_profile_id <> $profile)`,
  `delete from shipping_option_price_set where shipping_option_id in
     (select id from shipping_option where shipping_profile_id <> $profile)`,
  `delete from shipping_option where shipping_profile_id <> $profile`,
  `delete from fulfillment_set where id not in
     (select fulfillment_set_id from location_fulfillment_set where stock_location_id = $location)`,
  `delete from location_fulfillment_set where stock_location_id <> $location`,
  `delete from location_fulfillment_provider where stock_location_id <> $location`,
  `delete from sales_channel_stock_location where stock_location_id <> $location`,
  `delete from stock_location where id <> $location`,
  `delete from shipping_profile where id <> $profile`,
  `delete from region_payment_provider where payment_provider_id <> 'pp_system_default'`,
]

/** Of a table that is missing here nothing is left behind that stock Medusa would read. */
const OWN_TABLES = `select tablename from pg_tables where schemaname = 'public' and (
  tablename in ('order_partition', 'checkout_attempt', 'product_vendor', 'promotion_vendor')
  or tablename ~ '^(vendor|ledger|gateway|webhook)(_|$)')`

/**
 * Turns a copy of Merkato's database into that of a stock Medusa shop with the very same products and prices: one
 * stock location, one shipping profile and one shipping option instead of one for each vendor.
 */
export async function leaveOneShop(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query(
      "select stock_location_id, shipping_profile_id from vendor where handle = 'catalogue-vendor-01'"
    )
    const { stock_location_id, shipping_profile_id } = rows[0]
    for (const statement of ONE_SHOP) {
      await client.query(
        statement
          .replaceAll("$location", client.escapeLiteral(stock_location_id))
          .replaceAll("$profile", client.escapeLiteral(shipping_profile_id))
      )
    }
    const { rows: tables } = await client.query(OWN_TABLES)
    for (const { tablename } of tables) {
      await client.query(`drop table ${client.escapeIdentifier(tablename)} cascade`)
    }
  } finally {
    await client.end()
  }
}
