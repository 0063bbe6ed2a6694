import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"

/** Long enough for any creation; a killed server holds a place no longer than this. */
const SLOT_MINUTES = 10

export type ReserveSlotInput = { vendor_id: string; product_id: string; limit: number }

/**
 * Takes a place under the shop's limit, if there is one. The shop's row is locked, so that of two creations at once
 * the second counts the first; a product that exists already and its place count once, by the same id.
 */
export async function reserveSlot(context: Context, input: ReserveSlotInput): Promise<boolean> {
  const { vendor_id, product_id, limit } = input
  await queryRows(context, `select id from vendor where id = ? for update`, [boundVendor(vendor_id)])
  const taken = await queryRows(
    context,
    `insert into product_slot (product_id, vendor_id, expires_at)
     select ?, ?, now() + interval '${SLOT_MINUTES} minutes'
     where (select count(*) from (
       select product_id from product_vendor where vendor_id = ? and deleted_at is null
       union
       select product_id from product_slot where vendor_id = ? and expires_at > now()) as held) < ?
     returning product_id`,
    [product_id, vendor_id, vendor_id, vendor_id, limit]
  )

  return taken.length > 0
}

export type ProductSummary = {
  product_id: string
  variant_count: number
  /** Pieces that can be sold now; null when no variant counts its stock. */
  available_quantity: number | null
  lowest_prices: { currency_code: string; amount: number }[]
}

/**
 * Stock and lowest prices of a shop's products, for a whole page in one statement. Only of products that the shop
 * owns; prices of price lists, of regions and of quantities are left out. A kit has as many pieces as its scarcest part allows.
 */
export function summarizeProducts(
  context: Context,
  vendorId: string,
  productIds: string[]
): Promise<ProductSummary[]> {
  const ids = `(${productIds.map(() => "?").join(", ")})`

  return queryRows<ProductSummary>(
    context,
    `with own as (
       select product_id from product_vendor
       where vendor_id = ? and deleted_at is null and product_id in ${ids}),
     variant as (
       select v.id, v.product_id, v.manage_inventory from product_variant v
       join own on own.product_id = v.product_id where v.deleted_at is null),
     part as (
       select l.variant_id, l.required_quantity,
         coalesce(sum(i.stocked_quantity - i.reserved_quantity), 0) as available
       from product_variant_inventory_item l
       join variant on variant.id = l.variant_id and variant.manage_inventory
       left join inventory_level i on i.inventory_item_id = l.inventory_item_id and i.deleted_at is null
       where l.deleted_at is null
       group by l.variant_id, l.inventory_item_id, l.required_quantity),
     stock as (
       select variant_id, greatest(min(floor(available / required_quantity)), 0) as available
       from part group by variant_id),
     lowest as (
       select variant.product_id, p.currency_code, min(p.amount) as amount
       from variant
       join product_variant_price_set s on s.variant_id = variant.id and s.deleted_at is null
       join price p on p.price_set_id = s.price_set_id and p.deleted_at is null
       where p.price_list_id is null and p.rules_count = 0 and p.min_quantity is null and p.max_quantity is null
       group by variant.product_id, p.currency_code)
     select own.product_id,
       (select count(*)::int from variant where variant.product_id = own.product_id) as variant_count,
       (select case when bool_or(variant.manage_inventory)
          then coalesce(sum(stock.available), 0)::float8 end
        from variant left join stock on stock.variant_id = variant.id
        where variant.product_id = own.product_id) as available_quantity,
       coalesce((select jsonb_agg(jsonb_build_object('currency_code', currency_code, 'amount', amount)
          order by currency_code) from lowest where lowest.product_id = own.product_id), '[]') as lowest_prices
     from own`,
    [vendorId, ...productIds]
  )
}

/**
 * Whether pieces of a variant are paid for and not sent yet. Read from core's tables, because core can say it for one
 * order only; a line counts as core's fulfilment counts it, in the latest version of its order.
 */
export async function hasUnsentPieces(context: Context, variantId: string): Promise<boolean> {
  const found = await queryRows(
    context,
    `select 1 from order_line_item l
     join order_item i on i.item_id = l.id and i.deleted_at is null
     join "order" o on o.id = i.order_id and o.version = i.version and o.deleted_at is null
     where l.variant_id = ? and l.deleted_at is null
       and o.canceled_at is null and i.quantity > i.fulfilled_quantity
     limit 1`,
    [variantId]
  )

  return found.length > 0
}
