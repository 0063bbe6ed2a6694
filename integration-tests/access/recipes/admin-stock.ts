import { Modules } from "@medusajs/framework/utils"
import { makeInventoryItem } from "../records/plain-product"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"
import { simpleResource } from "./simple-resource"

async function makeLocation(world: World): Promise<string> {
  const location = await world.container
    .resolve(Modules.STOCK_LOCATION)
    .createStockLocations({ name: `Depot ${world.serial()}` })

  return location.id
}

/** An item that lies, though none of it, at a place, and another place where it does not. */
async function makeLevel(world: World) {
  const [id, location_id, elsewhere_id] = await Promise.all([
    makeInventoryItem(world),
    makeLocation(world),
    makeLocation(world),
  ])
  await world.container
    .resolve(Modules.INVENTORY)
    .createInventoryLevels([{ inventory_item_id: id, location_id, stocked_quantity: 0 }])

  return { id, location_id, elsewhere_id }
}

type Level = Awaited<ReturnType<typeof makeLevel>>

const ofLevel =
  (bodyOf: (level: Level) => unknown = () => undefined): Recipe =>
  async (world) => {
    const level = await makeLevel(world)

    return { params: { id: level.id, location_id: level.location_id }, body: bodyOf(level) }
  }

const ofLocation =
  (bodyOf: (world: World) => unknown): Recipe =>
  async (world) => ({ params: { id: await makeLocation(world) }, body: bodyOf(world) })

const inventoryRecipes: Recipes = {
  ...simpleResource("/admin/inventory-items", {
    make: makeInventoryItem,
    create: (serial) => ({ sku: `CLAY-${serial}`, title: "Clay" }),
    update: { title: "Reed" },
  }),
  "GET /admin/inventory-items/:id/location-levels": ofLevel(),
  "POST /admin/inventory-items/:id/location-levels": ofLevel(({ elsewhere_id }) => ({
    location_id: elsewhere_id,
    stocked_quantity: 5,
  })),
  "POST /admin/inventory-items/:id/location-levels/:location_id": ofLevel(() => ({ stocked_quantity: 7 })),
  "DELETE /admin/inventory-items/:id/location-levels/:location_id": ofLevel(),
  "POST /admin/inventory-items/:id/location-levels/batch": ofLevel(({ location_id, elsewhere_id }) => ({
    create: [{ location_id: elsewhere_id, stocked_quantity: 5 }],
    update: [{ location_id, stocked_quantity: 7 }],
  })),
  "POST /admin/inventory-items/location-levels/batch": ofLevel(({ id, location_id, elsewhere_id }) => ({
    create: [{ inventory_item_id: id, location_id: elsewhere_id, stocked_quantity: 5 }],
    update: [{ inventory_item_id: id, location_id, stocked_quantity: 7 }],
  })),
}

const locationRecipes: Recipes = {
  ...simpleResource("/admin/stock-locations", {
    make: makeLocation,
    create: (serial) => ({ name: `Warehouse ${serial}` }),
    update: { name: "Warehouse at the harbour" },
  }),
  "POST /admin/stock-locations/:id/fulfillment-providers": ofLocation(() => ({ add: ["manual_manual"] })),
  "POST /admin/stock-locations/:id/fulfillment-sets": ofLocation((world) => ({
    name: `Delivery ${world.serial()}`,
    type: "shipping",
  })),
  "POST /admin/stock-locations/:id/sales-channels": ofLocation((world) => ({
    add: [world.market.sales_channel_id],
  })),
}

export const adminStockRecipes: Recipes = { ...inventoryRecipes, ...locationRecipes }
