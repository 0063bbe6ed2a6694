import type { World } from "./world"

/** What must never be seen outside the other shop: it stands in every text that it owns. */
export const MARK = "zqmarkqz"

const MARKED: [string, string, string][] = [
  // table, columns, which rows: `?` is the other shop's id
  ["vendor", "name,description,contact_email,contact_phone,address_1,city", "id = ?"],
  [
    "product",
    "title,subtitle,description,thumbnail,handle",
    "id in (select product_id from product_vendor where vendor_id = ?)",
  ],
  [
    "product_variant",
    "title,sku,barcode",
    "product_id in (select product_id from product_vendor where vendor_id = ?)",
  ],
  [
    "inventory_item",
    "title,sku",
    `id in (select l.inventory_item_id from product_variant_inventory_item l
      join product_variant v on v.id = l.variant_id join product_vendor p on p.product_id = v.product_id
      where p.vendor_id = ?)`,
  ],
  ["stock_location", "name", "id in (select stock_location_id from vendor where id = ?)"],
  ["shipping_option", "name", "shipping_profile_id in (select shipping_profile_id from vendor where id = ?)"],
  ["shipping_profile", "name", "id in (select shipping_profile_id from vendor where id = ?)"],
]

/** Writes the mark into all that the other shop owns. Before a purchase, so that orders copy it. */
export async function markOtherShop({ sql, other, people }: World): Promise<void> {
  for (const [table, columns, where] of MARKED) {
    const changes = columns.split(",").map((column) => `${column} = '${MARK}-' || right(id, 12)`)
    await sql(`update ${table} set ${changes.join(", ")} where ${where}`, [other.id])
  }
  await sql(`update "user" set first_name = ?, last_name = ? where id = ?`, [
    MARK,
    MARK,
    people["other-shop"]?.id,
  ])
  await sql(
    `insert into vendor_member (id, vendor_id, user_id, role) values ('vmem_marked', ?, ?, 'support')`,
    [other.id, people.nobody?.id]
  )
}

/** One order of both shops, and one of the other shop alone, bought as anybody buys. */
export async function buyFromBoth({ shopper, market, shop, other }: World): Promise<void> {
  const [own, foreign] = [shop.products[0]?.variant_id, other.products[0]?.variant_id] as string[]
  for (const variants of [[own, foreign], [foreign]]) {
    const cart = await shopper.createCart(market.region_id, variants as string[])
    await shopper.chooseAnyShipping(cart.id)
    await shopper.startPayment(cart.id, "pp_system_default")
    const { status, body } = await shopper.complete(cart.id)
    if (!body.order) {
      throw new Error(`The purchase failed: ${status} ${JSON.stringify(body)}`)
    }
  }
}

const ID_QUERIES: Record<string, string> = {
  product_id: "select product_id as id from product_vendor where vendor_id = ?",
  variant_id: `select v.id from product_variant v join product_vendor p on p.product_id = v.product_id
    where p.vendor_id = ?`,
  option_id: `select o.id from product_option o join product_product_option l on l.product_option_id = o.id
    join product_vendor p on p.product_id = l.product_id where p.vendor_id = ?`,
  inventory_item_id: `select l.inventory_item_id as id from product_variant_inventory_item l
    join product_variant v on v.id = l.variant_id join product_vendor p on p.product_id = v.product_id
    where p.vendor_id = ?`,
  location_id: "select stock_location_id as id from vendor where id = ?",
  shipping_profile_id: "select shipping_profile_id as id from vendor where id = ?",
  shipping_option_id: `select o.id from shipping_option o join vendor v on v.shipping_profile_id = o.shipping_profile_id
    where v.id = ?`,
  vendor_order_id: "select id from vendor_order where vendor_id = ?",
  line_id: `select l.source_id as id from vendor_order_line l join vendor_order o on o.id = l.vendor_order_id
    where o.vendor_id = ?`,
  order_id: "select order_id as id from vendor_order where vendor_id = ?",
  member_id: "select id from vendor_member where vendor_id = ?",
  user_id: "select user_id as id from vendor_member where vendor_id = ?",
  vendor_id: "select id from vendor where id = ?",
}

export type Ids = Record<string, string[]>

/** The ids of all records of a shop, by what they are. */
export async function idsOf({ sql }: World, vendorId: string): Promise<Ids> {
  const ids: Ids = {}
  for (const [kind, query] of Object.entries(ID_QUERIES)) {
    const rows = await sql<{ id: string | null }>(query, [vendorId])
    ids[kind] = rows.flatMap(({ id }) => (id ? [id] : []))
  }

  return ids
}

/** Written by every request, whoever it is about. */
const ALWAYS_CHANGING = ["audit_entry", "workflow_execution", "access_session", "throttle_counter"]

/** A hash, per table, of every row that belongs to the other shop or names one of its records. */
export async function hashesOf({ sql }: World, ids: Ids): Promise<Record<string, string>> {
  const own = Object.entries(ids)
    .filter(([kind]) => kind !== "order_id" && kind !== "user_id")
    .flatMap(([, list]) => list)
  const pattern = [MARK, ...own].join("|")
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables.filter((table) => !ALWAYS_CHANGING.includes(table.name))) {
    const [row] = await sql<{ hash: string | null }>(
      `select md5(string_agg(text, '|' order by text)) as hash
       from (select to_jsonb(t)::text as text from "${name}" t) rows where text ~ ?`,
      [pattern]
    )
    if (row?.hash) {
      hashes[name] = row.hash
    }
  }

  return hashes
}
