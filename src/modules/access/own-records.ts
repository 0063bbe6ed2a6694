import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"

const list = (values: string[]) => values.map(() => "?").join(", ")

/** What a file is called that lies at an address, which is its id in the file module. */
const nameOf = (address: string) => `select substring(${address} from '[^/]+$')`

/**
 * Every kind of record of a shop that a route under `/admin` can name, by its id. The tables are other modules' and links':
 * the question spans them all, and only a member of staff who also belongs to a shop ever pays for it.
 */
const ownedIds = (shops: string) => `with shop as (select * from vendor where id in (${shops})),
  product as (select l.product_id as id from product_vendor l join shop on shop.id = l.vendor_id
              where l.deleted_at is null),
  variant as (select v.id from product_variant v join product p on p.id = v.product_id),
  item as (select l.inventory_item_id as id from product_variant_inventory_item l
           join variant v on v.id = l.variant_id
           union
           select l.inventory_item_id from inventory_level l join shop on shop.stock_location_id = l.location_id),
  line as (select l.id from order_line_item l join product on product.id = l.product_id),
  own_order as (select o.id, o.order_id from vendor_order o join shop on shop.id = o.vendor_id),
  sold as (select order_id from own_order
           union
           select i.order_id from order_item i join line on line.id = i.item_id),
  price_of as (select p.id, p.price_list_id from price p
               join product_variant_price_set l on l.price_set_id = p.price_set_id
               join variant on variant.id = l.variant_id),
  tax_of as (select r.id, r.tax_rate_id from tax_rate_rule r
             where r.reference_id in (select id from product) and r.deleted_at is null),
  place as (select l.fulfillment_set_id as id from location_fulfillment_set l
            join shop on shop.stock_location_id = l.stock_location_id)
  select id from shop
  union all select shipping_profile_id from shop
  union all select stock_location_id from shop
  union all select id from product
  union all select id from variant
  union all select id from item
  union all select l.id from inventory_level l join item on item.id = l.inventory_item_id
  union all select r.id from reservation_item r join item on item.id = r.inventory_item_id
  union all select r.id from reservation_item r join shop on shop.stock_location_id = r.location_id
  union all select id from own_order
  union all select order_id from sold
  union all select id from line
  union all select l.source_id from vendor_order_line l join own_order on own_order.id = l.vendor_order_id
  union all select l.fulfillment_id from order_fulfillment l join sold on sold.order_id = l.order_id
  union all select r.id from return r join sold on sold.order_id = r.order_id
  union all select l.fulfillment_id from return_fulfillment l
    join return r on r.id = l.return_id join sold on sold.order_id = r.order_id
  union all select c.id from order_claim c join sold on sold.order_id = c.order_id
  union all select e.id from order_exchange e join sold on sold.order_id = e.order_id
  union all select c.id from order_change c join sold on sold.order_id = c.order_id
  union all select a.id from order_change_action a join sold on sold.order_id = a.order_id
  union all select l.payment_collection_id from order_payment_collection l join sold on sold.order_id = l.order_id
  union all select p.id from payment p
    join order_payment_collection l on l.payment_collection_id = p.payment_collection_id
    join sold on sold.order_id = l.order_id
  union all select l.product_option_id from product_product_option l join product on product.id = l.product_id
  union all select id from price_of
  union all select price_list_id from price_of
  union all select id from tax_of
  union all select tax_rate_id from tax_of
  union all select o.id from shipping_option o join shop on shop.shipping_profile_id = o.shipping_profile_id
  union all select id from place
  union all select z.id from service_zone z join place on place.id = z.fulfillment_set_id
  union all select o.id from shipping_option o
    join service_zone z on z.id = o.service_zone_id join place on place.id = z.fulfillment_set_id
  union all select l.promotion_id from promotion_vendor l join shop on shop.id = l.vendor_id
  union all select p.campaign_id from promotion p
    join promotion_vendor l on l.promotion_id = p.id join shop on shop.id = l.vendor_id
  union all select p.id from payout p join shop on shop.id = p.vendor_id
  union all select w.id from write_off w join shop on shop.id = w.vendor_id
  union all select i.id from debt_invoice i join shop on shop.id = i.vendor_id
  union all select s.dispute_id from dispute_share s join shop on shop.id = s.vendor_id
  union all select e.file_id from dispute_evidence e join shop on shop.id = e.vendor_id
  union all select file_id from vendor_document d join shop on shop.id = d.vendor_id
  union all ${nameOf("i.url")} from image i join product on product.id = i.product_id
  union all ${nameOf("shop.logo_url")} from shop
  union all ${nameOf("shop.banner_url")} from shop`

/** Whether any of the ids is of a record of one of these shops. */
export async function ownsAny(
  context: Context,
  { vendor_ids, ids }: { vendor_ids: string[]; ids: string[] }
): Promise<boolean> {
  if (!vendor_ids.length || !ids.length) {
    return false
  }
  const found = await queryRows(
    context,
    `select 1 from (${ownedIds(list(vendor_ids))}) as own where own.id in (${list(ids)}) limit 1`,
    [...vendor_ids, ...ids]
  )

  return found.length > 0
}
