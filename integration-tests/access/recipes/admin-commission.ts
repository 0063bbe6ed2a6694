import { COMMISSION_MODULE } from "../../../src/modules/commission"
import type CommissionModuleService from "../../../src/modules/commission/service"
import type { World } from "../world"
import type { Recipes } from "./recipe"

let written = 0

/** A rule that no other one stands beside. */
function terms() {
  written += 1

  return { name: "Nothing", conditions: {}, priority: -written, rate_bps: 0 }
}

async function createRule(world: World) {
  const { id } = await world.container.resolve<CommissionModuleService>(COMMISSION_MODULE).writeRule({
    ...terms(),
    applies_to: "items",
    counted_by: "order",
    amounts: {},
    starts_at: null,
    ends_at: null,
  })

  return { id }
}

export const adminCommissionRecipes: Recipes = {
  "GET /admin/commission-rules": async (world) => {
    await createRule(world)

    return {}
  },
  "POST /admin/commission-rules": () => ({ body: terms() }),
  "GET /admin/commission-rules/:id": async (world) => ({ params: await createRule(world) }),
  "POST /admin/commission-rules/:id": async (world) => ({
    params: await createRule(world),
    body: { rate_bps: 100 },
  }),
  "POST /admin/commission-rules/:id/end": async (world) => ({ params: await createRule(world), body: {} }),
  "POST /admin/commission/preview": () => ({ body: { create: terms() } }),
}
