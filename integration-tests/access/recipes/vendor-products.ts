import { Modules } from "@medusajs/framework/utils"
import { makeOptionalProduct, makeShopProduct } from "../records/shop-product"
import { pictureForm } from "../records/upload"
import { moduleOf } from "../world"
import type { Recipe, Recipes } from "./recipe"

const ofProduct =
  (body?: Record<string, unknown>): Recipe =>
  async (world) => {
    const { id, variant_id } = await makeShopProduct(world)

    return { params: { id, variant_id }, body }
  }

const ofSpareOption =
  (body?: Record<string, unknown>): Recipe =>
  async (world) => ({ params: await makeOptionalProduct(world), body })

export const vendorProductRecipes: Recipes = {
  "GET /vendor/products": () => ({}),
  "POST /vendor/products": (world) => ({ body: { title: `Drum ${world.serial()}` } }),
  "GET /vendor/products/:id": ofProduct(),
  "POST /vendor/products/:id": ofProduct({ title: "Talking drum", description: "<p>It speaks.</p>" }),
  "DELETE /vendor/products/:id": ofProduct(),
  "POST /vendor/products/:id/submit": ofProduct({}),
  "POST /vendor/products/:id/duplicate": ofProduct({}),
  "GET /vendor/products/:id/variants": ofProduct(),
  "POST /vendor/products/:id/variants": ofProduct({
    title: "Large",
    options: { Size: "Large" },
    prices: [{ currency_code: "ngn", amount: 4500 }],
  }),
  "GET /vendor/products/:id/variants/:variant_id": ofProduct(),
  "POST /vendor/products/:id/variants/:variant_id": ({ shop }) => {
    const { id, variant_id } = shop.products[1]!

    return { params: { id, variant_id }, body: { prices: [{ currency_code: "ngn", amount: 5500 }] } }
  },
  "DELETE /vendor/products/:id/variants/:variant_id": ofProduct(),
  "POST /vendor/products/:id/options": ofProduct({ title: "Skin", values: ["Goat", "Cow"] }),
  "POST /vendor/products/:id/options/:option_id": ofSpareOption({ title: "Height" }),
  "DELETE /vendor/products/:id/options/:option_id": ofSpareOption(),
  "GET /vendor/categories": async (world) => {
    await moduleOf(world, Modules.PRODUCT).createProductCategories({ name: "Instruments", is_active: true })

    return {}
  },
  "GET /vendor/currencies": async () => ({}),
  "GET /vendor/tags": async (world) => {
    await moduleOf(world, Modules.PRODUCT).createProductTags({ value: "loud" })

    return {}
  },
  "POST /vendor/uploads": async () => ({ form: await pictureForm() }),
}
