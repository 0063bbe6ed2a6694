import { PRIVATE_MARK, PUBLIC_MARK } from "./marks"
import type { Ids } from "./shop-ids"
import type { World } from "./world"

export type Hashes = Record<string, string>

/** Written by every request, with the ids that it names, whoever asks. */
const OF_REQUESTS = ["audit_entry", "workflow_execution", "throttle_counter"]

/** Two shops can have part in an order, and somebody can work for both. */
const SHARED = ["order_id", "user_id"]

/** A hash, per table, of every row that belongs to the other shop or names one of its records. */
export async function hashesOf(world: World, ids: Ids): Promise<Hashes> {
  const own = Object.entries(ids).flatMap(([kind, list]) => (SHARED.includes(kind) ? [] : list))
  const pattern = [PUBLIC_MARK, PRIVATE_MARK, ...own].join("|")
  const ofShop = await tablesOfShops(world)
  const hashes: Hashes = {}
  for (const name of await tablesOf(world)) {
    const isOfRequests = OF_REQUESTS.includes(name)
    if (!isOfRequests) {
      Object.assign(hashes, await hashOf(world, name, { which: "text ~ ?", value: pattern }))
    } else if (ofShop.includes(name)) {
      Object.assign(
        hashes,
        await hashOf(world, name, { which: "row ->> 'vendor_id' = ?", value: world.other.id })
      )
    }
  }

  return hashes
}

/** Tables that say of each row which shop it is of, those of links among them. */
export async function tablesOfShops({ sql }: World): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select distinct table_name as name from information_schema.columns join information_schema.tables
       using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ('vendor_id', 'vendor_order_id')`
  )

  return rows.map(({ name }) => name)
}

/** A hash of each table as it is. */
export async function hashesOfAll(world: World, except: Record<string, string[] | "all">): Promise<Hashes> {
  const hashes: Hashes = {}
  for (const name of await tablesOf(world)) {
    const left = except[name] ?? []
    if (left !== "all") {
      Object.assign(hashes, await hashOf(world, name, { which: "true", without: left }))
    }
  }

  return hashes
}

async function tablesOf({ sql }: World): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`
  )

  return rows.map(({ name }) => name)
}

type Which = { which: string; value?: string; without?: string[] }

async function hashOf({ sql }: World, name: string, { which, value, without = [] }: Which): Promise<Hashes> {
  const row = ["to_jsonb(t)", ...without.map((column) => `'${column}'`)].join(" - ")
  const [found] = await sql<{ hash: string | null }>(
    `select md5(string_agg(text, '|' order by text)) as hash
     from (select row, row::text as text from (select ${row} as row from "${name}" t) plain) rows where ${which}`,
    value === undefined ? [] : [value]
  )

  return found?.hash ? { [name]: found.hash } : {}
}
