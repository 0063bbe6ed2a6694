import { once } from "./once"

export type ShopFacts = { location_id: string; shipping_option_id: string; inventory_item_id: string }

/** Where the walk's shop keeps its goods, how it delivers them, and the stock of its first product. */
export const shopFacts = once<ShopFacts>(async (world) => {
  const [facts] = await world.sql<ShopFacts>(
    `select vendor.stock_location_id as location_id,
            shipping_option.id as shipping_option_id,
            stock.inventory_item_id
       from vendor
       join shipping_option on shipping_option.shipping_profile_id = vendor.shipping_profile_id
       join product_variant_inventory_item stock on stock.variant_id = ?
      where vendor.id = ?`,
    [world.shop.products[0]!.variant_id, world.shop.id]
  )
  if (!facts) {
    throw new Error("The shop of the walk has no stock location, shipping option or stock")
  }

  return facts
})
