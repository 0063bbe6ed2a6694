import { ChangeActionType } from "@medusajs/framework/utils"
import { type FreshOrder, freshOrder } from "../records/fresh-order"
import { type Action, addItem, addShipping, type OpenChange, openChange } from "../records/order-change"
import { shopFacts } from "../records/shop-facts"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

type ActionsOf = (order: FreshOrder, world: World) => Action[] | Promise<Action[]>

type Edit = OpenChange & { order: FreshOrder }

async function openEdit(world: World, actionsOf: ActionsOf = () => []): Promise<Edit> {
  const order = await freshOrder(world)

  return {
    order,
    ...(await openChange(world, order, { change_type: "edit" }, await actionsOf(order, world))),
  }
}

const oneMore: ActionsOf = (order) => [
  {
    action: ChangeActionType.ITEM_UPDATE,
    details: { reference_id: order.item_id, quantity: 3, quantity_diff: 1 },
  },
]

const itemAdded: ActionsOf = (order) => [addItem(order)]

const shippingAdded: ActionsOf = async (order, world) => [await addShipping(world, order)]

const ofEdit =
  (body: unknown = {}, actionsOf?: ActionsOf): Recipe =>
  async (world) => {
    const { order, action_id } = await openEdit(world, actionsOf)

    return { params: { id: order.id, item_id: order.item_id, action_id }, body }
  }

export const adminOrderEditRecipes: Recipes = {
  "POST /admin/order-edits": async (world) => ({ body: { order_id: (await freshOrder(world)).id } }),
  "DELETE /admin/order-edits/:id": ofEdit(),
  "POST /admin/order-edits/:id/confirm": ofEdit({}, oneMore),
  "POST /admin/order-edits/:id/request": ofEdit({}, oneMore),
  "POST /admin/order-edits/:id/items": async (world) => {
    const { order } = await openEdit(world)
    const { variant_id } = world.shop.products[1]!

    return { params: { id: order.id }, body: { items: [{ variant_id, quantity: 1 }] } }
  },
  "POST /admin/order-edits/:id/items/:action_id": ofEdit({ quantity: 2 }, itemAdded),
  "DELETE /admin/order-edits/:id/items/:action_id": ofEdit({}, itemAdded),
  "POST /admin/order-edits/:id/items/item/:item_id": ofEdit({ quantity: 3 }),
  "POST /admin/order-edits/:id/shipping-method": async (world) => {
    const { order } = await openEdit(world)
    const { shipping_option_id } = await shopFacts(world)

    return { params: { id: order.id }, body: { shipping_option_id } }
  },
  "POST /admin/order-edits/:id/shipping-method/:action_id": ofEdit({ custom_amount: 700 }, shippingAdded),
  "DELETE /admin/order-edits/:id/shipping-method/:action_id": ofEdit({}, shippingAdded),
  "POST /admin/order-changes/:id": async (world) => ({
    params: { id: (await openEdit(world)).change_id },
    body: { internal_note: "The buyer rang." },
  }),
}
