import { z } from "@medusajs/framework/zod"
import { queryAs } from "../database"
import { DEMO_KEY_TITLE, DEMO_SHOPS } from "./shops"

const Shop = z.object({ id: z.string(), name: z.string(), handle: z.string(), status: z.string() })

export type DemoMarket = {
  publishable_key: string
  region_id: string
  vendors: z.infer<typeof Shop>[]
}

/** The seeded marketplace, or nothing: the key is the last thing that seeding makes. */
export async function readMarket(databaseUrl: string): Promise<DemoMarket | undefined> {
  const [key] = await queryAs(
    databaseUrl,
    z.object({ token: z.string() }),
    "select token from api_key where title = $1 and type = 'publishable' and revoked_at is null and deleted_at is null",
    [DEMO_KEY_TITLE]
  )
  const [region] = await queryAs(
    databaseUrl,
    z.object({ id: z.string() }),
    `select r.id from region r join region_country c on c.region_id = r.id
      where c.iso_2 = 'ng' and r.deleted_at is null`
  )
  if (!key || !region) {
    return undefined
  }
  const handles = DEMO_SHOPS.map(({ handle }) => handle)
  const vendors = await queryAs(
    databaseUrl,
    Shop,
    "select id, name, handle, status from vendor where handle = any($1) and deleted_at is null order by created_at",
    [handles]
  )

  return { publishable_key: key.token, region_id: region.id, vendors }
}
