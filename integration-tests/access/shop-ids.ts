import type { World } from "./world"

export type Ids = Record<string, string[]>

const ofVendorOrder = (column: string) => `select ${column} as id from vendor_order where vendor_id = ?`
const ofVendor = (table: string) => `select id from ${table} where vendor_id = ?`

/** An order that somebody else's goods are in too is not this shop's alone. */
const OWN_ORDERS = `select order_id from vendor_order where vendor_id = ?
  and order_id not in (select order_id from vendor_order other where other.vendor_id <> vendor_order.vendor_id)`

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
  vendor_order_id: ofVendorOrder("id"),
  line_id: `select l.source_id as id from vendor_order_line l join vendor_order o on o.id = l.vendor_order_id
    where o.vendor_id = ?`,
  order_id: ofVendorOrder("order_id"),
  fulfilment_id: `select f.id from fulfillment f join vendor v on v.stock_location_id = f.location_id where v.id = ?`,
  return_id: `select id from "return" where order_id in (${OWN_ORDERS})`,
  customer_id: `select customer_id as id from "order" where id in (${OWN_ORDERS})
    and customer_id not in (select customer_id from "order" where customer_id is not null and id not in (${OWN_ORDERS}))`,
  cancellation_id: ofVendor("vendor_order_cancellation"),
  member_id: ofVendor("vendor_member"),
  invitation_id: ofVendor("vendor_invitation"),
  api_key_id: ofVendor("vendor_api_key"),
  document_id: ofVendor("vendor_document"),
  bank_account_id: ofVendor("vendor_bank_account"),
  requirement_id: ofVendor("vendor_requirement"),
  payout_id: ofVendor("payout"),
  dispute_id: "select dispute_id as id from dispute_share where vendor_id = ?",
  promotion_id: "select promotion_id as id from promotion_vendor where vendor_id = ?",
  campaign_id: `select p.campaign_id as id from promotion p join promotion_vendor l on l.promotion_id = p.id
    where l.vendor_id = ?`,
  session_id: `select id from access_session where actor_id in (select user_id from vendor_member where vendor_id = ?)`,
  user_id: "select user_id as id from vendor_member where vendor_id = ?",
  vendor_id: "select id from vendor where id = ?",
}

/** The ids of all records of a shop, by what they are. */
export async function idsOf({ sql }: World, vendorId: string): Promise<Ids> {
  const ids: Ids = {}
  for (const [kind, query] of Object.entries(ID_QUERIES)) {
    const rows = await sql<{ id: string | null }>(query, Array(query.split("?").length - 1).fill(vendorId))
    ids[kind] = rows.flatMap(({ id }) => (id ? [id] : []))
  }

  return ids
}
