import { z } from "@medusajs/framework/zod"
import { query, queryAs } from "../../scripts/lib/database"
import { readMarket } from "../../scripts/lib/market/read"

/** What a storefront needs to know; the same ids in every database of the bench, as they are copies. */
export type BenchMarket = {
  publishable_key: string
  region_id: string
  /** One product of each of the first shops. */
  variants: string[]
  /** Their shipping profiles, in the same order. */
  profiles: string[]
  /** The vendor with the many orders. */
  vendor_id: string
}

const Offer = z.object({ vendor_id: z.string(), variant_id: z.string(), profile_id: z.string() })

export async function readBenchMarket(url: string): Promise<BenchMarket> {
  const known = await readMarket(url)
  const offers = await queryAs(
    url,
    Offer,
    `select v.id as vendor_id, min(pv.id) as variant_id, v.shipping_profile_id as profile_id from vendor v
      join product_vendor l on l.vendor_id = v.id and l.deleted_at is null
      join product_variant pv on pv.product_id = l.product_id and pv.deleted_at is null
      where v.handle like 'catalogue-vendor-%' group by v.id order by v.handle limit 10`
  )
  const [first] = offers
  if (!known || !first) {
    throw new Error("The bench's market was not written completely.")
  }

  return {
    publishable_key: known.publishable_key,
    region_id: known.region_id,
    variants: offers.map(({ variant_id }) => variant_id),
    profiles: offers.map(({ profile_id }) => profile_id),
    vendor_id: first.vendor_id,
  }
}

export async function countRows(
  url: string,
  table: "product" | "vendor" | "vendor_order",
  vendorId?: string
): Promise<number> {
  const [row] = await query(
    url,
    `select count(*)::int as rows from ${table} ${vendorId ? "where vendor_id = $1" : ""}`,
    vendorId ? [vendorId] : []
  )

  return Number(row?.rows)
}
