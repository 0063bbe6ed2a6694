import { Modules, PromotionStatus } from "@medusajs/framework/utils"
import { freshCart, payableCart } from "../records/fresh-cart"
import { ADDRESS } from "../records/fresh-order"
import { once } from "../records/once"
import { shopFacts } from "../records/shop-facts"
import { moduleOf, must, type World } from "../world"
import type { Recipe, Recipes } from "./recipe"

type Collection = { payment_collection: { id: string } }

const promotion = once(async (world) => {
  const code = `TEN${world.serial()}`
  await moduleOf(world, Modules.PROMOTION).createPromotions([
    {
      code,
      type: "standard",
      status: PromotionStatus.ACTIVE,
      application_method: { type: "percentage", target_type: "items", allocation: "across", value: 10 },
    },
  ])

  return code
})

const ofCart =
  (bodyOf: (world: World) => unknown = () => undefined): Recipe =>
  async (world) => {
    const { id, line_id } = await freshCart(world)

    return { params: { id, line_id }, body: await bodyOf(world) }
  }

export const storeCartRecipes: Recipes = {
  "POST /store/carts": ({ market, shop }) => ({
    body: {
      region_id: market.region_id,
      items: [{ variant_id: shop.products[0]!.variant_id, quantity: 1 }],
    },
  }),
  "GET /store/carts/:id": ofCart(),
  "POST /store/carts/:id": ofCart(() => ({ email: "other@example.com", shipping_address: ADDRESS })),
  "POST /store/carts/:id/customer": ofCart(() => ({})),
  "POST /store/carts/:id/line-items": ofCart(({ shop }) => ({
    variant_id: shop.products[1]!.variant_id,
    quantity: 1,
  })),
  "POST /store/carts/:id/line-items/:line_id": ofCart(() => ({ quantity: 3 })),
  "DELETE /store/carts/:id/line-items/:line_id": ofCart(),
  "POST /store/carts/:id/promotions": ofCart(async (world) => ({ promo_codes: [await promotion(world)] })),
  "DELETE /store/carts/:id/promotions": async (world) => {
    const promo_codes = [await promotion(world)]
    const { id } = await freshCart(world, { promo_codes })

    return { params: { id }, body: { promo_codes } }
  },
  "POST /store/carts/:id/shipping-methods": ofCart(async (world) => ({
    option_id: (await shopFacts(world)).shipping_option_id,
  })),
  "POST /store/carts/:id/taxes": ofCart(() => ({})),
  "GET /store/carts/:id/vendors": ofCart(),
  "GET /store/carts/:id/pay-on-delivery": ofCart(),
  "POST /store/carts/:id/complete": async (world) => ({
    params: { id: await payableCart(world) },
    body: {},
  }),
  "GET /store/shipping-options": async (world) => ({
    query: `cart_id=${(await freshCart(world)).id}`,
  }),
  "GET /store/payment-providers": ({ market }) => ({ query: `region_id=${market.region_id}` }),
  "POST /store/payment-collections": async (world) => ({ body: { cart_id: (await freshCart(world)).id } }),
  "POST /store/payment-collections/:id/payment-sessions": async (world) => {
    const { id: cart_id } = await freshCart(world)
    await world.shopper.chooseAnyShipping(cart_id)
    const { payment_collection } = await must<Collection>(
      world.clients.anonymous,
      "POST",
      "/store/payment-collections",
      { cart_id }
    )

    return { params: { id: payment_collection.id }, body: { provider_id: "pp_system_default" } }
  },
}
