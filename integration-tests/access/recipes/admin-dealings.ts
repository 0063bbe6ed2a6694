import { agreedDealing, openDealing } from "../records/after-sale"
import { deliveredOrder, type FreshOrder } from "../records/fresh-order"
import { once } from "../records/once"
import {
  type Action,
  addItem,
  addShipping,
  returnItem,
  type Subject,
  writeOffItem,
} from "../records/order-change"
import { shopFacts } from "../records/shop-facts"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

type ActionsOf = (world: World, order: FreshOrder, subject: Subject) => Action[] | Promise<Action[]>

const withoutReturn = ({ return_id: _, ...owner }: Subject): Subject => owner

const itemAsked: ActionsOf = (_, order, subject) => [returnItem(order, subject)]

const itemSent: ActionsOf = (_, order, subject) => [addItem(order, withoutReturn(subject))]

const itemWrittenOff: ActionsOf = (_, order, subject) => [writeOffItem(order, withoutReturn(subject))]

const parcelAsked: ActionsOf = async (world, order, subject) => [
  await addShipping(world, order, subject),
  returnItem(order, subject),
]

const parcelSent: ActionsOf = async (world, order, subject) => [
  await addShipping(world, order, withoutReturn(subject)),
  addItem(order, withoutReturn(subject)),
]

const bothWays: ActionsOf = (world, order, subject) => [
  ...(itemAsked(world, order, subject) as Action[]),
  ...(itemSent(world, order, subject) as Action[]),
]

const nothing: ActionsOf = () => []

const oneItem = ({ order }: { order: FreshOrder }) => ({ items: [{ id: order.item_id, quantity: 1 }] })

/** What claims and exchanges have in common: goods that come back, and others that are sent for them. */
function dealingRecipes(kind: "claim" | "exchange") {
  const path = `/admin/${kind}s`
  const readDealing = once((world) => agreedDealing(world, kind))

  const ofOpen =
    (body: unknown = {}, actionsOf = nothing) =>
    async (world: World) => {
      const { id, action_id } = await openDealing(world, kind, (order, subject) =>
        actionsOf(world, order, subject)
      )

      return { params: { id, action_id }, body }
    }

  const ofOption: Recipe = async (world) => {
    const { shipping_option_id } = await shopFacts(world)

    return ofOpen({ shipping_option_id })(world)
  }

  const recipes: Recipes = {
    [`GET ${path}`]: async (world) => {
      await readDealing(world)

      return {}
    },
    [`GET ${path}/:id`]: async (world) => ({ params: { id: (await readDealing(world)).id } }),
    [`POST ${path}/:id/cancel`]: async (world) => ({
      params: { id: (await agreedDealing(world, kind)).id },
      body: {},
    }),
    [`DELETE ${path}/:id/request`]: ofOpen({}, itemAsked),
    [`POST ${path}/:id/inbound/items`]: async (world) => {
      const dealing = await openDealing(world, kind)

      return { params: { id: dealing.id }, body: oneItem(dealing) }
    },
    [`POST ${path}/:id/inbound/items/:action_id`]: ofOpen({ quantity: 2 }, itemAsked),
    [`DELETE ${path}/:id/inbound/items/:action_id`]: ofOpen({}, itemAsked),
    [`POST ${path}/:id/inbound/shipping-method`]: ofOption,
    [`POST ${path}/:id/inbound/shipping-method/:action_id`]: ofOpen(
      { internal_note: "Fragile" },
      parcelAsked
    ),
    [`DELETE ${path}/:id/inbound/shipping-method/:action_id`]: ofOpen({}, parcelAsked),
    [`POST ${path}/:id/outbound/items`]: (world) =>
      ofOpen({ items: [{ variant_id: world.shop.products[1]!.variant_id, quantity: 1 }] })(world),
    [`POST ${path}/:id/outbound/items/:action_id`]: ofOpen({ quantity: 2 }, itemSent),
    [`DELETE ${path}/:id/outbound/items/:action_id`]: ofOpen({}, itemSent),
    [`POST ${path}/:id/outbound/shipping-method`]: ofOption,
    [`POST ${path}/:id/outbound/shipping-method/:action_id`]: ofOpen(
      { internal_note: "Fragile" },
      parcelSent
    ),
    [`DELETE ${path}/:id/outbound/shipping-method/:action_id`]: ofOpen({}, parcelSent),
  }

  return { recipes, ofOpen }
}

const claims = dealingRecipes("claim")
const exchanges = dealingRecipes("exchange")

export const adminDealingRecipes: Recipes = {
  ...claims.recipes,
  "POST /admin/claims": async (world) => ({
    body: { type: "replace", order_id: (await deliveredOrder(world)).id },
  }),
  "POST /admin/claims/:id/request": claims.ofOpen({}, itemWrittenOff),
  "POST /admin/claims/:id/claim-items": async (world) => {
    const dealing = await openDealing(world, "claim")

    return { params: { id: dealing.id }, body: oneItem(dealing) }
  },
  "POST /admin/claims/:id/claim-items/:action_id": claims.ofOpen({ quantity: 2 }, itemWrittenOff),
  "DELETE /admin/claims/:id/claim-items/:action_id": claims.ofOpen({}, itemWrittenOff),
  ...exchanges.recipes,
  "POST /admin/exchanges": async (world) => ({
    body: { order_id: (await deliveredOrder(world)).id },
  }),
  "POST /admin/exchanges/:id/request": exchanges.ofOpen({}, bothWays),
}
