import { Client } from "@medusajs/framework/pg"

/** Of a table that is missing here nothing is left behind that stock Medusa would read. */
const OWN_TABLES = `select tablename from pg_tables where schemaname = 'public' and (
  tablename in ('order_partition', 'checkout_attempt', 'product_vendor', 'promotion_vendor')
  or tablename ~ '^(vendor|ledger|gateway|webhook)(_|$)')`

/**
 * Turns a copy of Merkato's database into that of a stock Medusa with the very same products, prices, locations,
 * profiles and options: what somebody would have who set the shops up by hand. Nothing of Merkato's is left.
 */
export async function leaveStock(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("delete from region_payment_provider where payment_provider_id <> 'pp_system_default'")
    const { rows: tables } = await client.query(OWN_TABLES)
    for (const { tablename } of tables) {
      await client.query(`drop table ${client.escapeIdentifier(tablename)} cascade`)
    }
  } finally {
    await client.end()
  }
}
