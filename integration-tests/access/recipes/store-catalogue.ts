import { Modules } from "@medusajs/framework/utils"
import { once } from "../records/once"
import { moduleOf, type World } from "../world"
import type { Recipe, Recipes } from "./recipe"

const productsOf = (world: World) => moduleOf(world, Modules.PRODUCT)

const collection = once((world) => productsOf(world).createProductCollections({ title: "Rainy season" }))
const category = once((world) =>
  productsOf(world).createProductCategories({ name: "Raincoats", is_active: true })
)
const tag = once((world) => productsOf(world).createProductTags({ value: "rain" }))
const type = once((world) => productsOf(world).createProductTypes({ value: "Coat" }))
const reason = once((world) =>
  moduleOf(world, Modules.ORDER).createReturnReasons({ value: "leaks", label: "It leaks" })
)

const optionOf = once(async (world) => {
  const [option] = await productsOf(world).listProductOptions({
    products: { id: world.shop.products[0]!.id },
  } as object)

  return option!
})

const one =
  (make: (world: World) => Promise<{ id: string }>): Recipe =>
  async (world) => ({ params: { id: (await make(world)).id } })

const some =
  (make: (world: World) => Promise<unknown>): Recipe =>
  async (world) => {
    await make(world)

    return {}
  }

export const storeCatalogueRecipes: Recipes = {
  "GET /store/collections": some(collection),
  "GET /store/collections/:id": one(collection),
  "GET /store/currencies": () => ({}),
  "GET /store/currencies/:code": () => ({ params: { code: "ngn" } }),
  "GET /store/product-categories": some(category),
  "GET /store/product-categories/:id": one(category),
  "GET /store/product-options": () => ({}),
  "GET /store/product-options/:id": one(optionOf),
  "GET /store/product-tags": some(tag),
  "GET /store/product-tags/:id": one(tag),
  "GET /store/product-types": some(type),
  "GET /store/product-types/:id": one(type),
  "GET /store/product-variants": () => ({}),
  "GET /store/product-variants/:id": ({ shop }) => ({ params: { id: shop.products[0]!.variant_id } }),
  "GET /store/products": () => ({}),
  "GET /store/products/:id": ({ shop }) => ({ params: { id: shop.products[0]!.id } }),
  "GET /store/regions": () => ({}),
  "GET /store/regions/:id": ({ market }) => ({ params: { id: market.region_id } }),
  "GET /store/return-reasons": some(reason),
  "GET /store/return-reasons/:id": one(reason),
  "GET /store/vendors": () => ({}),
  "GET /store/vendors/:handle": ({ shop }) => ({ params: { handle: shop.handle } }),
  "GET /store/vendors/:handle/products": ({ shop }) => ({ params: { handle: shop.handle } }),
}
