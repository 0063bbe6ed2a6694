import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import { moduleOf, type World } from "../world"
import { makeProduct, type PlainProduct } from "./plain-product"

async function giveToShop(world: World, product_id: string): Promise<void> {
  await world.container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.PRODUCT]: { product_id },
    [VENDOR_MODULE]: { vendor_id: world.shop.id },
  })
}

/** A draft of the walk's shop with one variant. */
export async function makeShopProduct(world: World): Promise<PlainProduct> {
  const product = await makeProduct(world)
  await giveToShop(world, product.id)

  return product
}

/** A draft of the walk's shop with two options and no variant, so that either option can go. */
export async function makeOptionalProduct(world: World): Promise<{ id: string; option_id: string }> {
  const number = world.serial()
  const product = await moduleOf(world, Modules.PRODUCT).createProducts({
    title: `Stool ${number}`,
    handle: `stool-${number}`,
    options: [
      { title: "Size", values: ["Small"] },
      { title: "Wood", values: ["Iroko"] },
    ],
  })
  await giveToShop(world, product.id)

  return { id: product.id, option_id: product.options[0]!.id }
}
