import type { CreatePromotionDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { moduleOf, type World } from "../world"
import type { Recipes } from "./recipe"

const ofProduct = ({ shop }: World) => ({
  attribute: "items.product.id",
  operator: "in" as const,
  values: [shop.products[0]!.id],
})

const ofRegion = ({ market }: World) => ({
  attribute: "region.id",
  operator: "in" as const,
  values: [market.region_id],
})

const standardOf = (world: World) => ({
  code: `WALK${world.serial()}`,
  type: "standard" as const,
  status: "active" as const,
  application_method: {
    type: "percentage" as const,
    target_type: "items" as const,
    allocation: "each" as const,
    max_quantity: 1,
    value: 10,
  },
})

const buyGetOf = (world: World) => ({
  ...standardOf(world),
  type: "buyget" as const,
  application_method: {
    ...standardOf(world).application_method,
    apply_to_quantity: 1,
    buy_rules_min_quantity: 1,
    buy_rules: [ofProduct(world)],
    target_rules: [ofProduct(world)],
  },
})

async function promotionIn(world: World, data: CreatePromotionDTO) {
  const [promotion] = await moduleOf(world, Modules.PROMOTION).createPromotions([data])

  return { id: promotion!.id }
}

const createPromotion = (world: World) => promotionIn(world, standardOf(world))

const campaignOf = (world: World) => {
  const number = world.serial()

  return { name: `Campaign ${number}`, campaign_identifier: `campaign-${number}` }
}

async function createCampaign(world: World) {
  const { id } = await moduleOf(world, Modules.PROMOTION).createCampaigns(campaignOf(world))

  return { id }
}

export const adminPromotionRecipes: Recipes = {
  "GET /admin/promotions": () => ({}),
  "POST /admin/promotions": (world) => ({ body: standardOf(world) }),
  "GET /admin/promotions/:id": async (world) => ({ params: await createPromotion(world) }),
  "POST /admin/promotions/:id": async (world) => ({
    params: await createPromotion(world),
    body: { code: `WALK${world.serial()}` },
  }),
  "DELETE /admin/promotions/:id": async (world) => ({ params: await createPromotion(world) }),
  "GET /admin/promotions/:id/:rule_type": async (world) => ({
    params: { ...(await createPromotion(world)), rule_type: "rules" },
  }),
  "POST /admin/promotions/:id/rules/batch": async (world) => ({
    params: await createPromotion(world),
    body: { create: [ofRegion(world)] },
  }),
  "POST /admin/promotions/:id/target-rules/batch": async (world) => ({
    params: await createPromotion(world),
    body: { create: [ofProduct(world)] },
  }),
  "POST /admin/promotions/:id/buy-rules/batch": async (world) => ({
    params: await promotionIn(world, buyGetOf(world)),
    body: { create: [ofProduct(world)] },
  }),
  "GET /admin/promotions/rule-attribute-options/:rule_type": () => ({ params: { rule_type: "rules" } }),
  "GET /admin/promotions/rule-value-options/:rule_type/:rule_attribute_id": () => ({
    params: { rule_type: "rules", rule_attribute_id: "region" },
  }),
  "GET /admin/campaigns": () => ({}),
  "POST /admin/campaigns": (world) => ({ body: campaignOf(world) }),
  "GET /admin/campaigns/:id": async (world) => ({ params: await createCampaign(world) }),
  "POST /admin/campaigns/:id": async (world) => ({
    params: await createCampaign(world),
    body: { name: "Another name" },
  }),
  "DELETE /admin/campaigns/:id": async (world) => ({ params: await createCampaign(world) }),
  "POST /admin/campaigns/:id/promotions": async (world) => ({
    params: await createCampaign(world),
    body: { add: [(await createPromotion(world)).id] },
  }),
}
