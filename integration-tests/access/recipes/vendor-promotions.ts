import { must, type World } from "../world"
import type { Recipe, Recipes } from "./recipe"

const promotionOf = (world: World) => ({
  name: "Market day",
  code: `SHOP${world.serial()}`,
  target: "items",
  kind: "percentage",
  value: 10,
})

async function makePromotion(world: World): Promise<{ id: string }> {
  const made = await must<{ promotion: { id: string } }>(
    world.clients["shop:owner"],
    "POST",
    "/vendor/promotions",
    promotionOf(world)
  )

  return { id: made.promotion.id }
}

const ofPromotion =
  (body?: Record<string, unknown>): Recipe =>
  async (world) => ({ params: await makePromotion(world), body })

export const vendorPromotionRecipes: Recipes = {
  "GET /vendor/promotions": () => ({}),
  "POST /vendor/promotions": (world) => ({ body: promotionOf(world) }),
  "GET /vendor/promotions/:id": ofPromotion(),
  "POST /vendor/promotions/:id": ofPromotion({ value: "12.5" }),
  "DELETE /vendor/promotions/:id": ofPromotion(),
}
