import { ChangeActionType, Modules } from "@medusajs/framework/utils"
import { openReturn, receivedReturn, requestedReturn } from "../records/after-sale"
import { deliveredOrder, type FreshOrder } from "../records/fresh-order"
import { once } from "../records/once"
import { type Action, addShipping, returnItem, type Subject } from "../records/order-change"
import { shopFacts } from "../records/shop-facts"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"
import { simpleResource } from "./simple-resource"

const readReturn = once(requestedReturn)

const oneItem = (order: FreshOrder) => ({ items: [{ id: order.item_id, quantity: 1 }] })

type ActionsOf = (world: World, order: FreshOrder, subject: Subject) => Action[] | Promise<Action[]>

const itemAsked: ActionsOf = (_, order, subject) => [returnItem(order, subject)]

const parcelAsked: ActionsOf = async (world, order, subject) => [
  await addShipping(world, order, subject),
  returnItem(order, subject),
]

const nothing: ActionsOf = () => []

/** Of a return that is being written down, with these actions. */
const ofOpen =
  (body: unknown = {}, actionsOf = nothing): Recipe =>
  async (world) => {
    const { return_id, action_id } = await openReturn(world, (order, subject) =>
      actionsOf(world, order, subject)
    )

    return { params: { id: return_id, action_id }, body }
  }

/** Of a return whose parcel is being unpacked. */
const ofReceived =
  (body: unknown = {}, receipt?: Parameters<typeof receivedReturn>[1]): Recipe =>
  async (world) => {
    const { return_id, action_id } = await receivedReturn(world, receipt)

    return { params: { id: return_id, action_id }, body }
  }

const ofRequested: Recipe = async (world) => ({
  params: { id: (await requestedReturn(world)).return_id },
  body: {},
})

const receiveOne: Recipe = async (world) => {
  const { return_id, order } = await receivedReturn(world)

  return { params: { id: return_id }, body: oneItem(order) }
}

const { RECEIVE_RETURN_ITEM, RECEIVE_DAMAGED_RETURN_ITEM } = ChangeActionType

const returnRecipes: Recipes = {
  "GET /admin/returns": async (world) => {
    await readReturn(world)

    return {}
  },
  "GET /admin/returns/:id": async (world) => ({ params: { id: (await readReturn(world)).return_id } }),
  "POST /admin/returns": async (world) => ({ body: { order_id: (await deliveredOrder(world)).id } }),
  "POST /admin/returns/:id": ofOpen({ no_notification: true }),
  "POST /admin/returns/:id/cancel": ofRequested,
  "POST /admin/returns/:id/request": ofOpen({}, itemAsked),
  "DELETE /admin/returns/:id/request": ofOpen({}, itemAsked),
  "POST /admin/returns/:id/request-items": async (world) => {
    const { return_id, order } = await openReturn(world)

    return { params: { id: return_id }, body: oneItem(order) }
  },
  "POST /admin/returns/:id/request-items/:action_id": ofOpen({ quantity: 2 }, itemAsked),
  "DELETE /admin/returns/:id/request-items/:action_id": ofOpen({}, itemAsked),
  "POST /admin/returns/:id/shipping-method": async (world) => {
    const { return_id } = await openReturn(world)
    const { shipping_option_id } = await shopFacts(world)

    return { params: { id: return_id }, body: { shipping_option_id } }
  },
  "POST /admin/returns/:id/shipping-method/:action_id": ofOpen({ internal_note: "Fragile" }, parcelAsked),
  "DELETE /admin/returns/:id/shipping-method/:action_id": ofOpen({}, parcelAsked),
  "POST /admin/returns/:id/receive": ofRequested,
  "DELETE /admin/returns/:id/receive": ofReceived(),
  "POST /admin/returns/:id/receive/confirm": ofReceived({}, RECEIVE_RETURN_ITEM),
  "POST /admin/returns/:id/receive-items": receiveOne,
  "POST /admin/returns/:id/receive-items/:action_id": ofReceived({ quantity: 1 }, RECEIVE_RETURN_ITEM),
  "DELETE /admin/returns/:id/receive-items/:action_id": ofReceived({}, RECEIVE_RETURN_ITEM),
  "POST /admin/returns/:id/dismiss-items": receiveOne,
  "POST /admin/returns/:id/dismiss-items/:action_id": ofReceived(
    { quantity: 1 },
    RECEIVE_DAMAGED_RETURN_ITEM
  ),
  // Core's handler takes away requested items alone: a dismissed one is refused by its own validation.
  "DELETE /admin/returns/:id/dismiss-items/:action_id": ofOpen({}, itemAsked),
}

const returnReasonRecipes = simpleResource("/admin/return-reasons", {
  make: async (world) => {
    const number = world.serial()
    const reasons = world.container.resolve(Modules.ORDER)

    return (await reasons.createReturnReasons({ value: `too-small-${number}`, label: "Too small" })).id
  },
  create: (serial) => ({ value: `too-large-${serial}`, label: "Too large" }),
  update: { value: "wrong-colour", label: "Wrong colour" },
})

export const adminReturnRecipes: Recipes = { ...returnRecipes, ...returnReasonRecipes }
