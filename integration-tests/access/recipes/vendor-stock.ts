import { addShippingOption } from "../../helpers/add-shipping-option"
import { shopFacts } from "../records/shop-facts"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

const makeOption = (world: World) =>
  addShippingOption(world.container, world.shop.id, {
    name: `Motorcycle ${world.serial()}`,
    amount: 900,
    kind: "shipping",
  })

const ofStock =
  (body?: Record<string, unknown>): Recipe =>
  async (world) => ({ params: { id: (await shopFacts(world)).inventory_item_id }, body })

const ofLocation =
  (body?: Record<string, unknown>): Recipe =>
  async (world) => ({ params: { id: (await shopFacts(world)).location_id }, body })

const ofOption =
  (body?: Record<string, unknown>): Recipe =>
  async (world) => ({ params: { id: await makeOption(world) }, body })

export const vendorStockRecipes: Recipes = {
  "GET /vendor/inventory-items": () => ({}),
  "GET /vendor/inventory-items/:id": ofStock(),
  "POST /vendor/inventory-items/:id": ofStock({ stocked_quantity: 2000 }),
  "POST /vendor/inventory-items/batch": async (world) => {
    const { inventory_item_id } = await shopFacts(world)

    return { body: { levels: [{ inventory_item_id, stocked_quantity: 2100 }] } }
  },
  "GET /vendor/stock-locations": () => ({}),
  "GET /vendor/stock-locations/:id": ofLocation(),
  "POST /vendor/stock-locations/:id": ofLocation({ name: "Balogun Market" }),
  "GET /vendor/shipping-options": () => ({}),
  "POST /vendor/shipping-options": (world) => ({
    body: { name: `Bus ${world.serial()}`, prices: [{ currency_code: "ngn", amount: 700 }] },
  }),
  "GET /vendor/shipping-options/:id": ofOption(),
  "POST /vendor/shipping-options/:id": ofOption({ name: "Van" }),
  "DELETE /vendor/shipping-options/:id": ofOption(),
}
