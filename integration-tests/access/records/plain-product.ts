import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type { World } from "../world"

export type PlainProduct = {
  id: string
  variant_id: string
  option_id: string
  image_id: string
}

/** A product with one variant, which has neither a price nor stock, and which no shop owns. */
export async function makeProduct(
  world: World,
  status: "draft" | "proposed" | "published" = "draft"
): Promise<PlainProduct> {
  const number = world.serial()
  const product = await world.container.resolve(Modules.PRODUCT).createProducts({
    title: `Basket ${number}`,
    handle: `basket-${number}`,
    status,
    options: [{ title: "Size", values: ["Small", "Large"] }],
    images: [{ url: "https://example.com/basket.webp" }],
    variants: [{ title: "Small", sku: `BASKET-${number}`, options: { Size: "Small" } }],
  })

  return {
    id: product.id,
    variant_id: product.variants[0]!.id,
    option_id: product.options[0]!.id,
    image_id: product.images[0]!.id,
  }
}

/** A product of the walk's shop that waits for the staff's decision. */
export async function makeProposedProduct(world: World): Promise<PlainProduct> {
  const product = await makeProduct(world, "proposed")
  await linkOf(world).create({
    [Modules.PRODUCT]: { product_id: product.id },
    [VENDOR_MODULE]: { vendor_id: world.shop.id },
  })

  return product
}

/** A product whose variant is counted by an inventory item. */
export async function makeCountedProduct(
  world: World
): Promise<PlainProduct & { inventory_item_id: string }> {
  const product = await makeProduct(world)
  const inventory_item_id = await makeInventoryItem(world)
  await linkOf(world).create({
    [Modules.PRODUCT]: { variant_id: product.variant_id },
    [Modules.INVENTORY]: { inventory_item_id },
    data: { required_quantity: 1 },
  })

  return { ...product, inventory_item_id }
}

/** A product whose variant has a price. */
export async function makePricedProduct(world: World): Promise<PlainProduct> {
  const product = await makeProduct(world)
  const set = await world.container
    .resolve(Modules.PRICING)
    .createPriceSets({ prices: [{ currency_code: "ngn", amount: 1800 }] })
  await linkOf(world).create({
    [Modules.PRODUCT]: { variant_id: product.variant_id },
    [Modules.PRICING]: { price_set_id: set.id },
  })

  return product
}

export async function makeInventoryItem(world: World): Promise<string> {
  const item = await world.container
    .resolve(Modules.INVENTORY)
    .createInventoryItems({ sku: `ITEM-${world.serial()}` })

  return item.id
}

const linkOf = (world: World) => world.container.resolve(ContainerRegistrationKeys.LINK)
