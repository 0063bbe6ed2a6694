import type { CreateOrderDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ADDRESS, type FreshOrder, freshOrder } from "../records/fresh-order"
import { once } from "../records/once"
import { type Action, addItem, addShipping, type OpenChange, openChange } from "../records/order-change"
import { shopFacts } from "../records/shop-facts"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

type ActionsOf = (order: FreshOrder, world: World) => Action[] | Promise<Action[]>

// The type of the order module does not know the flag by which core tells drafts apart.
const freshDraft = (world: World) =>
  freshOrder(world, { status: "draft", is_draft_order: true } as Partial<CreateOrderDTO>)

const readDraft = once(freshDraft)

async function openDraft(
  world: World,
  actionsOf: ActionsOf = () => []
): Promise<OpenChange & { order: FreshOrder }> {
  const order = await freshDraft(world)

  return {
    order,
    ...(await openChange(world, order, { change_type: "edit" }, await actionsOf(order, world))),
  }
}

const itemAdded: ActionsOf = (order) => [addItem(order)]

const shippingAdded: ActionsOf = async (order, world) => [await addShipping(world, order)]

const promoCode = once(async (world) => {
  const { code } = await world.container.resolve(Modules.PROMOTION).createPromotions({
    code: `HARVEST${world.serial()}`,
    type: "standard",
    status: "active",
    application_method: {
      type: "percentage",
      target_type: "items",
      allocation: "across",
      value: 10,
      currency_code: "ngn",
    },
  })

  return code
})

const ofDraft =
  (body: unknown = {}) =>
  async (world: World) => ({ params: { id: (await freshDraft(world)).id }, body })

const ofEdit =
  (body: unknown = {}, actionsOf?: ActionsOf) =>
  async (world: World) => {
    const { order, action_id } = await openDraft(world, actionsOf)

    return { params: { id: order.id, item_id: order.item_id, action_id }, body }
  }

const ofPromotion: Recipe = async (world) => ofEdit({ promo_codes: [await promoCode(world)] })(world)

const ofMethod =
  (body: unknown = {}) =>
  async (world: World) => {
    const { order } = await openDraft(world)
    const [method] = await world.sql<{ id: string }>(
      "select shipping_method_id as id from order_shipping where order_id = ?",
      [order.id]
    )

    return { params: { id: order.id, method_id: method!.id }, body }
  }

const edit = "/admin/draft-orders/:id/edit"

export const adminDraftOrderRecipes: Recipes = {
  "GET /admin/draft-orders": async (world) => {
    await readDraft(world)

    return {}
  },
  "GET /admin/draft-orders/:id": async (world) => ({ params: { id: (await readDraft(world)).id } }),
  "POST /admin/draft-orders": async (world) => ({
    body: {
      region_id: world.market.region_id,
      sales_channel_id: world.market.sales_channel_id,
      email: "ngozi@example.com",
      shipping_address: ADDRESS,
      items: [{ variant_id: world.shop.products[0]!.variant_id, quantity: 1 }],
    },
  }),
  "POST /admin/draft-orders/:id": ofDraft({ email: "eze@example.com" }),
  "DELETE /admin/draft-orders/:id": ofDraft(),
  "POST /admin/draft-orders/:id/convert-to-order": ofDraft(),
  [`POST ${edit}`]: ofDraft(),
  [`DELETE ${edit}`]: ofEdit(),
  [`POST ${edit}/confirm`]: ofEdit({}, itemAdded),
  [`POST ${edit}/request`]: ofEdit({}, itemAdded),
  [`POST ${edit}/items`]: (world) =>
    ofEdit({ items: [{ variant_id: world.shop.products[1]!.variant_id, quantity: 1 }] })(world),
  [`POST ${edit}/items/:action_id`]: ofEdit({ quantity: 2 }, itemAdded),
  [`DELETE ${edit}/items/:action_id`]: ofEdit({}, itemAdded),
  [`POST ${edit}/items/item/:item_id`]: ofEdit({ quantity: 3 }),
  [`POST ${edit}/promotions`]: ofPromotion,
  [`DELETE ${edit}/promotions`]: ofPromotion,
  [`POST ${edit}/shipping-methods`]: async (world) => {
    const { shipping_option_id } = await shopFacts(world)

    return ofEdit({ shipping_option_id })(world)
  },
  [`POST ${edit}/shipping-methods/:action_id`]: async (world) => {
    const { shipping_option_id } = await shopFacts(world)

    return ofEdit({ shipping_option_id, custom_amount: 700 }, shippingAdded)(world)
  },
  [`DELETE ${edit}/shipping-methods/:action_id`]: ofEdit({}, shippingAdded),
  [`POST ${edit}/shipping-methods/method/:method_id`]: ofMethod({ custom_amount: 700 }),
  [`DELETE ${edit}/shipping-methods/method/:method_id`]: ofMethod(),
}
