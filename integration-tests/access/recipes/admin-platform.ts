import { Modules } from "@medusajs/framework/utils"
import { moduleOf, type World } from "../world"
import type { Recipes } from "./recipe"

/** For storefronts: of secret keys core admits one per person, and the owner of the walk has theirs. */
async function createKey(world: World) {
  const { id } = await moduleOf(world, Modules.API_KEY).createApiKeys({
    title: `Key ${world.serial()}`,
    type: "publishable",
    created_by: world.people["staff:owner"]!.id,
  })

  return { id }
}

/** Only a key that counts no longer can be deleted. */
async function createRevokedKey(world: World) {
  const { id } = await createKey(world)
  await moduleOf(world, Modules.API_KEY).revoke(id, { revoked_by: world.people["staff:owner"]!.id })

  return { id }
}

const nobody = ({ people }: World) => ({ id: people.nobody!.id })

const LAYOUT = { configuration: { widgets: { "walk.widget": { hidden: true } } } }

const keyRecipes: Recipes = {
  "GET /admin/api-keys": () => ({}),
  "POST /admin/api-keys": (world) => ({ body: { title: `Key ${world.serial()}`, type: "publishable" } }),
  "GET /admin/api-keys/:id": async (world) => ({ params: await createKey(world) }),
  "POST /admin/api-keys/:id": async (world) => ({
    params: await createKey(world),
    body: { title: "Another title" },
  }),
  "DELETE /admin/api-keys/:id": async (world) => ({ params: await createRevokedKey(world) }),
  "POST /admin/api-keys/:id/revoke": async (world) => ({ params: await createKey(world), body: {} }),
  "POST /admin/api-keys/:id/sales-channels": async (world) => ({
    params: await createKey(world),
    body: { add: [world.market.sales_channel_id] },
  }),
}

const userRecipes: Recipes = {
  "GET /admin/users": () => ({}),
  "GET /admin/users/me": () => ({}),
  "GET /admin/users/:id": (world) => ({ params: nobody(world) }),
  "POST /admin/users/:id": (world) => ({ params: nobody(world), body: { first_name: "Ada" } }),
  "GET /admin/users/:id/auth-providers": (world) => ({ params: nobody(world) }),
}

const dashboardRecipes: Recipes = {
  "GET /admin/feature-flags": () => ({}),
  "GET /admin/plugins": () => ({}),
  "GET /admin/layouts/configurations": () => ({}),
  "GET /admin/layouts/:zone/configuration": () => ({ params: { zone: "product.details" } }),
  "POST /admin/layouts/:zone/configuration": () => ({ params: { zone: "product.details" }, body: LAYOUT }),
  "DELETE /admin/layouts/:zone/configuration": () => ({ params: { zone: "product.details" } }),
  "GET /admin/views/entities": () => ({}),
}

export const adminPlatformRecipes: Recipes = { ...keyRecipes, ...userRecipes, ...dashboardRecipes }
