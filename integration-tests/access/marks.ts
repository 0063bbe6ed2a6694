import type { World } from "./world"

/** Stands in all that the other shop shows in the storefront: nobody may see it anywhere else. */
export const PUBLIC_MARK = "zqpublicqz"

/** Stands in all that only the other shop's own people and staff may see: it appears nowhere. */
export const PRIVATE_MARK = "zqprivateqz"

/** The other shop's account at its bank, which is stored encrypted and shown to nobody whole. */
export const ACCOUNT_NUMBER = "0690000033"

export const SECRETS = [PRIVATE_MARK, ACCOUNT_NUMBER]

type Marked = [table: string, columns: string, which: string]

const PRODUCTS = "select product_id from product_vendor where vendor_id = ?"
const IS_SHOWN = "(select id from product where status = 'published')"
const ITEMS = `select l.inventory_item_id from product_variant_inventory_item l
  join product_variant v on v.id = l.variant_id join product_vendor p on p.product_id = v.product_id
  where p.vendor_id = ?`
const PROFILE = "select shipping_profile_id from vendor where id = ?"
const LOCATION = "select stock_location_id from vendor where id = ?"
const PARCELS = `select id from fulfillment where location_id in (${LOCATION})`
const ZONES = `select service_zone_id from shipping_option where shipping_profile_id in (${PROFILE})`
const RETURNS = `select r.id from "return" r join vendor_order o on o.order_id = r.order_id where o.vendor_id = ?`
const PARTS = "select id from vendor_order where vendor_id = ?"

const SHOWN: Marked[] = [
  ["vendor", "name,description,city", "id = ?"],
  ["product", "title,subtitle,description,thumbnail,handle", `id in (${PRODUCTS}) and id in ${IS_SHOWN}`],
  ["product_variant", "title,sku,barcode", `product_id in (${PRODUCTS}) and product_id in ${IS_SHOWN}`],
  ["shipping_option", "name", `shipping_profile_id in (${PROFILE})`],
]

const HIDDEN: Marked[] = [
  ["vendor", "contact_email,contact_phone,address_1,address_2,postal_code,settings", "id = ?"],
  ["product", "title,subtitle,description,thumbnail,handle", `id in (${PRODUCTS}) and id not in ${IS_SHOWN}`],
  ["product_variant", "title,sku,barcode", `product_id in (${PRODUCTS}) and product_id not in ${IS_SHOWN}`],
  ["inventory_item", "title,description,hs_code,metadata", `id in (${ITEMS})`],
  ["stock_location", "name,metadata", `id in (${LOCATION})`],
  ["shipping_profile", "name,metadata", `id in (${PROFILE})`],
  ["service_zone", "name,metadata", `id in (${ZONES})`],
  ["fulfillment", "metadata", `id in (${PARCELS})`],
  ["fulfillment_label", "tracking_number,tracking_url,label_url", `fulfillment_id in (${PARCELS})`],
  ["return_item", "note", `return_id in (${RETURNS})`],
  ["vendor_api_key", "name", "vendor_id = ?"],
  ["vendor_document", "filename", "vendor_id = ?"],
  ["vendor_invitation", "email", "vendor_id = ?"],
  ["vendor_bank_account", "bank_name,account_name", "vendor_id = ?"],
  ["vendor_requirement", "reason", "vendor_id = ?"],
  ["vendor_status_change", "reason", "vendor_id = ?"],
  ["product_decision", "reason", "vendor_id = ?"],
  ["vendor_order_transition", "reason", `vendor_order_id in (${PARTS})`],
  ["vendor_order_cancellation", "reason,last_error", "vendor_id = ?"],
  ["user", "first_name,last_name,email", "id in (select user_id from vendor_member where vendor_id = ?)"],
  ["access_session", "device", "actor_id in (select user_id from vendor_member where vendor_id = ?)"],
  [
    "promotion_campaign",
    "name",
    "id in (select p.campaign_id from promotion p join promotion_vendor l on l.promotion_id = p.id where l.vendor_id = ?)",
  ],
  ["promotion", "code", "id in (select promotion_id from promotion_vendor where vendor_id = ?)"],
]

/** Columns that hold no text, and the name in them that takes the mark. */
const INSIDE: Record<string, string> = { metadata: "supplier", settings: "return_policy" }

/** Writes the marks into all that the other shop has at this moment. Before a purchase too, so that orders copy them. */
export async function markOtherShop(world: World): Promise<void> {
  await write(world, SHOWN, PUBLIC_MARK)
  await write(world, HIDDEN, PRIVATE_MARK)
}

async function write({ sql, other }: World, marked: Marked[], mark: string): Promise<void> {
  for (const [table, columns, which] of marked) {
    const changes = columns.split(",").map((column) => {
      const name = INSIDE[column]
      const text = `'${mark}-' || lower(right(id, 8))${column.endsWith("email") ? " || '@example.com'" : ""}`

      return `${column} = ${name ? `jsonb_build_object('${name}', ${text})` : text}`
    })
    await sql(`update "${table}" set ${changes.join(", ")} where ${which}`, [other.id])
  }
}
