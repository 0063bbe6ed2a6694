import { largeOrder, packParcel, paidToShop, returnOfShop } from "../records/shop-order"
import { must } from "../world"
import type { Recipe, Recipes } from "./recipe"

type Customers = { customers: { id: string }[] }

const ofLargeOrder: Recipe = async (world) => ({ params: { id: (await largeOrder(world)).id } })

const ofParcel =
  (body: Record<string, unknown>): Recipe =>
  async (world) => ({ params: await packParcel(world), body })

export const vendorOrderRecipes: Recipes = {
  "GET /vendor/home": ofLargeOrder,
  "GET /vendor/performance": ofLargeOrder,
  "GET /vendor/performance/:metric/orders": async (world) => {
    await largeOrder(world)

    return { params: { metric: "order_defect" } }
  },
  "GET /vendor/orders": ofLargeOrder,
  "GET /vendor/orders/:id": ofLargeOrder,
  "GET /vendor/orders/:id/packing-slip": ofLargeOrder,
  "POST /vendor/orders/:id/confirm": async (world) => {
    const { id } = await largeOrder(world)
    await world.sql("update vendor_order set status = 'pending' where id = ?", [id])

    return { params: { id }, body: {} }
  },
  "POST /vendor/orders/:id/cancel": async (world) => ({
    params: { id: (await paidToShop(world)).id },
    body: { reason: "It was damaged in the store." },
  }),
  "POST /vendor/orders/:id/fulfilments": async (world) => {
    const { id, line_id } = await largeOrder(world)

    return { params: { id }, body: { items: [{ line_id, quantity: 1 }] } }
  },
  "POST /vendor/orders/:id/fulfilments/:fulfilment_id/ship": ofParcel({ tracking: [{ number: "NG-1" }] }),
  "POST /vendor/orders/:id/fulfilments/:fulfilment_id/deliver": ofParcel({}),
  "POST /vendor/orders/:id/fulfilments/:fulfilment_id/cancel": ofParcel({}),
  "GET /vendor/returns": async (world) => {
    await returnOfShop(world)

    return {}
  },
  "GET /vendor/returns/:id": async (world) => ({ params: { id: (await returnOfShop(world)).id } }),
  "GET /vendor/customers": ofLargeOrder,
  "GET /vendor/customers/:id": async (world) => {
    await largeOrder(world)
    const { customers } = await must<Customers>(world.clients["shop:owner"], "GET", "/vendor/customers")

    return { params: { id: customers[0]!.id } }
  },
}
