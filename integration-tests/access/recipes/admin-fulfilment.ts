import { Modules } from "@medusajs/framework/utils"
import { ADDRESS, freshOrder, freshReservation } from "../records/fresh-order"
import { shopFacts } from "../records/shop-facts"
import type { World } from "../world"
import type { Recipes } from "./recipe"
import { simpleResource } from "./simple-resource"

const PROVIDER = "manual_manual"

async function freshFulfilment(world: World): Promise<string> {
  const { location_id, shipping_option_id } = await shopFacts(world)
  const { id } = await world.container.resolve(Modules.FULFILLMENT).createFulfillment({
    location_id,
    shipping_option_id,
    provider_id: PROVIDER,
    delivery_address: ADDRESS,
    items: [{ title: "Product", sku: "SKU", barcode: "", quantity: 1 }],
    labels: [],
    order: {},
  })

  return id
}

const fulfilmentRecipes: Recipes = {
  "POST /admin/fulfillments": async (world) => {
    const [{ location_id }, order] = await Promise.all([shopFacts(world), freshOrder(world)])

    return {
      body: {
        location_id,
        provider_id: PROVIDER,
        order_id: order.id,
        delivery_address: ADDRESS,
        items: [{ title: "Product", sku: "SKU", barcode: "", quantity: 1, line_item_id: order.item_id }],
        labels: [],
        data: {},
        metadata: null,
      },
    }
  },
  "POST /admin/fulfillments/:id/cancel": async (world) => ({
    params: { id: await freshFulfilment(world) },
    body: {},
  }),
  "POST /admin/fulfillments/:id/shipment": async (world) => ({
    params: { id: await freshFulfilment(world) },
    body: { labels: [] },
  }),
}

const reservationRecipes: Recipes = {
  ...simpleResource("/admin/reservations", {
    make: (world) => freshReservation(world),
    create: () => ({}),
    update: { description: "Held for a buyer who comes on Friday." },
  }),
  "POST /admin/reservations": async (world) => {
    const { location_id, inventory_item_id } = await shopFacts(world)

    return { body: { location_id, inventory_item_id, quantity: 1 } }
  },
}

export const adminFulfilmentRecipes: Recipes = { ...fulfilmentRecipes, ...reservationRecipes }
