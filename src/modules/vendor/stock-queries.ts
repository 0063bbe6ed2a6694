import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"

/** The tables are core's and links': whose an item is, and what lies where, spans four modules. */

const PLACES = `place as (
  select stock_location_id as id from vendor
  where id = ? and deleted_at is null and stock_location_id is not null)`

/** The items of a shop's variants; one that also serves a variant of another shop, or of none, is nobody's. */
const OWN_ITEMS = `linked as (
  select i.id, i.sku, l.required_quantity, v.id as variant_id, v.title as variant_title,
    v.sku as variant_sku, v.manage_inventory, p.id as product_id, p.title as product_title
  from product_vendor o
  join product p on p.id = o.product_id and p.deleted_at is null
  join product_variant v on v.product_id = p.id and v.deleted_at is null
  join product_variant_inventory_item l on l.variant_id = v.id and l.deleted_at is null
  join inventory_item i on i.id = l.inventory_item_id and i.deleted_at is null
  where o.vendor_id = ? and o.deleted_at is null),
own as (
  select * from linked where not exists (
    select 1 from product_variant_inventory_item l
    join product_variant v on v.id = l.variant_id and v.deleted_at is null
    left join product_vendor o on o.product_id = v.product_id and o.deleted_at is null
    where l.inventory_item_id = linked.id and l.deleted_at is null and o.vendor_id is distinct from ?))`

export type InventoryFilters = {
  ids?: string[]
  q?: string
  sku?: string[]
  product_id?: string[]
  available_below?: number
  is_low?: boolean
}

export type InventoryPage = {
  /** What counts as few of an item of which its shop has not said it. */
  low_stock_threshold: number
  take: number
  skip: number
  order: "sku" | "title" | "available_quantity"
  is_descending?: boolean
}

export type InventoryItemView = {
  id: string
  sku: string | null
  location_id: string | null
  stocked_quantity: number
  reserved_quantity: number
  available_quantity: number
  incoming_quantity: number
  /** So few pieces or fewer are little left; false when it is what the operator has set for everybody. */
  low_stock_threshold: number
  has_own_threshold: boolean
  /** Of what is counted. */
  is_low: boolean
  variants: {
    id: string
    title: string
    sku: string | null
    manage_inventory: boolean
    required_quantity: number
    product_id: string
    product_title: string
  }[]
}

const listed = (column: string) => `${column} in (select jsonb_array_elements_text(?::jsonb))`

/** The conditions that a client has named, with their values in the order of the marks. */
function conditionsOf({ ids, q, sku, product_id }: InventoryFilters) {
  const conditions: { sql: string; values: unknown[] }[] = []
  if (ids) {
    conditions.push({ sql: listed("own.id"), values: [JSON.stringify(ids)] })
  }
  if (sku) {
    conditions.push({ sql: listed("own.sku"), values: [JSON.stringify(sku)] })
  }
  if (product_id) {
    conditions.push({ sql: listed("own.product_id"), values: [JSON.stringify(product_id)] })
  }
  if (q) {
    // strpos has no wildcards that a search for 100% would have to escape.
    conditions.push({
      sql: `strpos(lower(concat_ws(' ', own.product_title, own.variant_title, own.sku, own.variant_sku)), lower(?)) > 0`,
      values: [q],
    })
  }

  return {
    // Over all variants of an item: those that a filter does not name are answered with the one that it does.
    sql: conditions.map(({ sql }) => `bool_or(${sql})`).join(" and ") || "true",
    values: conditions.flatMap(({ values }) => values),
  }
}

/** A page of a shop's stock, with its count: one statement, whatever the page holds. */
export async function findInventory(
  context: Context,
  vendorId: string,
  filters: InventoryFilters,
  page: InventoryPage
): Promise<{ items: InventoryItemView[]; count: number }> {
  const wanted = conditionsOf(filters)
  const { available_below = null, is_low = null } = filters
  const direction = page.is_descending ? "desc" : "asc"
  const [found] = await queryRows<{ items: InventoryItemView[]; count: number }>(
    context,
    `with ${PLACES}, ${OWN_ITEMS},
     level as (
       select n.inventory_item_id, sum(n.stocked_quantity) as stocked, sum(n.reserved_quantity) as reserved,
         sum(n.incoming_quantity) as incoming
       from inventory_level n join place on place.id = n.location_id
       where n.deleted_at is null group by n.inventory_item_id),
     wanted as (
       select own.id, own.sku, min(own.product_title || ' ' || own.variant_title) as title,
         bool_or(own.manage_inventory) as is_counted
       from own group by own.id, own.sku having ${wanted.sql}),
     stocked as (
       select wanted.*, (select min(id) from place) as location_id,
         coalesce(level.stocked, 0) as stocked_quantity, coalesce(level.reserved, 0) as reserved_quantity,
         coalesce(level.stocked - level.reserved, 0) as available_quantity,
         coalesce(level.incoming, 0) as incoming_quantity,
         coalesce(t.pieces, ?) as low_stock_threshold, t.pieces is not null as has_own_threshold
       from wanted left join level on level.inventory_item_id = wanted.id
       left join vendor_stock_threshold t on t.id = wanted.id and t.vendor_id = ?),
     item as (
       select stocked.*, is_counted and available_quantity <= low_stock_threshold as is_low from stocked),
     found as (
       select * from item where (?::numeric is null or available_quantity < ?)
         and (?::boolean is null or is_low = ?)),
     page as (
       select *, row_number() over (order by ${page.order} ${direction} nulls last, id) as place_in_page
       from found order by place_in_page limit ? offset ?)
     select (select count(*)::int from found) as count,
       coalesce((select jsonb_agg(to_jsonb(page) - 'title' - 'is_counted' - 'place_in_page' || jsonb_build_object('variants',
         (select jsonb_agg(jsonb_build_object('id', o.variant_id, 'title', o.variant_title, 'sku', o.variant_sku,
            'manage_inventory', o.manage_inventory, 'required_quantity', o.required_quantity,
            'product_id', o.product_id, 'product_title', o.product_title)
            order by o.product_title, o.variant_title, o.variant_id)
          from own o where o.id = page.id)) order by place_in_page) from page), '[]') as items`,
    [
      vendorId,
      vendorId,
      vendorId,
      ...wanted.values,
      page.low_stock_threshold,
      vendorId,
      available_below,
      available_below,
      is_low,
      is_low,
      page.take,
      page.skip,
    ]
  )

  return found ?? { items: [], count: 0 }
}

/** Which of these items are the shop's own. */
export async function findOwnItems(context: Context, vendorId: string, ids: string[]): Promise<Set<string>> {
  const rows = await queryRows<{ id: string }>(
    context,
    `with ${OWN_ITEMS} select distinct own.id from own where ${listed("own.id")}`,
    [vendorId, vendorId, JSON.stringify(ids)]
  )

  return new Set(rows.map(({ id }) => id))
}

/** Where a shop's stock lies, null before its approval. The row's lock makes two changes of one shop's stock take turns. */
export async function lockStockPlace(context: Context, vendorId: string): Promise<string | null> {
  const [vendor] = await queryRows<{ stock_location_id: string | null }>(
    context,
    `select stock_location_id from vendor where id = ? and deleted_at is null for no key update`,
    [vendorId]
  )

  return vendor?.stock_location_id ?? null
}

export type LevelRow = {
  id: string
  inventory_item_id: string
  stocked_quantity: number
  reserved_quantity: number
}

export const lockLevels = (context: Context, locationId: string, itemIds: string[]): Promise<LevelRow[]> =>
  queryRows<LevelRow>(
    context,
    `select id, inventory_item_id, stocked_quantity::float8 as stocked_quantity,
       reserved_quantity::float8 as reserved_quantity
     from inventory_level
     where location_id = ? and deleted_at is null and ${listed("inventory_item_id")}
     order by id for update`,
    [locationId, JSON.stringify(itemIds)]
  )

export type NewLevel = { id: string; inventory_item_id: string; stocked_quantity: number }

const RAW = (value: string) => `jsonb_build_object('value', ${value}, 'precision', 20)`

/**
 * Sets the stocked quantities of a place, and them alone: what is reserved changes at checkouts and is never written
 * back from here. Core's own method reads and writes level by level, with no lock on the rows.
 */
export async function writeLevels(context: Context, locationId: string, levels: NewLevel[]): Promise<void> {
  await queryRows(
    context,
    `insert into inventory_level (id, inventory_item_id, location_id, stocked_quantity, raw_stocked_quantity,
       reserved_quantity, raw_reserved_quantity, incoming_quantity, raw_incoming_quantity)
     select row.id, row.inventory_item_id, ?, row.stocked_quantity, ${RAW("row.stocked_quantity::text")},
       0, ${RAW("'0'")}, 0, ${RAW("'0'")}
     from jsonb_to_recordset(?::jsonb) as row(id text, inventory_item_id text, stocked_quantity bigint)
     on conflict (inventory_item_id, location_id) where deleted_at is null do update
       set stocked_quantity = excluded.stocked_quantity, raw_stocked_quantity = excluded.raw_stocked_quantity,
         updated_at = now()`,
    [locationId, JSON.stringify(levels)]
  )
}

export type StockChange = { level_id: string; from: number; to: number; is_new: boolean }

/** Takes changes back that nobody has built upon; a level that was made stays, empty, as if there was none. */
export async function revertLevels(context: Context, changes: StockChange[]): Promise<void> {
  await queryRows(
    context,
    `update inventory_level l
     set stocked_quantity = row.before, raw_stocked_quantity = ${RAW("row.before::text")}, updated_at = now()
     from jsonb_to_recordset(?::jsonb) as row(level_id text, before bigint, after bigint)
     where l.id = row.level_id and l.stocked_quantity = row.after`,
    [JSON.stringify(changes.map(({ level_id, from, to }) => ({ level_id, before: from, after: to })))]
  )
}

export type StockLocationView = {
  id: string
  name: string
  address: Record<string, string | null> | null
  created_at: string
  updated_at: string
}

const ADDRESS_FIELDS = [
  "address_1",
  "address_2",
  "company",
  "city",
  "province",
  "postal_code",
  "country_code",
  "phone",
]

/** A shop's own stock locations: one today, as many as there are places tomorrow. */
export async function findStockLocations(
  context: Context,
  vendorId: string,
  page: { take: number; skip: number; is_descending?: boolean; id?: string }
): Promise<{ locations: StockLocationView[]; count: number }> {
  const fields = ADDRESS_FIELDS.map((field) => `'${field}', a.${field}`).join(", ")
  const direction = page.is_descending ? "desc" : "asc"
  const rows = await queryRows<StockLocationView & { count: number }>(
    context,
    `with ${PLACES}
     select s.id, s.name, s.created_at, s.updated_at, count(*) over ()::int as count,
       case when a.id is not null then jsonb_build_object(${fields}) end as address
     from place join stock_location s on s.id = place.id and s.deleted_at is null
     left join stock_location_address a on a.id = s.address_id and a.deleted_at is null
     where ?::text is null or s.id = ?
     order by s.name ${direction}, s.id limit ? offset ?`,
    [vendorId, page.id ?? null, page.id ?? null, page.take, page.skip]
  )

  return {
    locations: rows.map(({ count: _count, ...location }) => location),
    count: rows[0]?.count ?? 0,
  }
}
