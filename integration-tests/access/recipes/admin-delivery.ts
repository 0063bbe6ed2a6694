import { Modules } from "@medusajs/framework/utils"
import { createShippingOptionsWorkflow } from "@medusajs/medusa/core-flows"
import { moduleOf, type World } from "../world"
import type { Recipes } from "./recipe"

const zoneOf = (world: World) => ({
  name: `Zone ${world.serial()}`,
  geo_zones: [{ type: "country" as const, country_code: "ng" }],
})

const typeOf = (world: World) => {
  const number = world.serial()

  return { label: `Kind ${number}`, code: `kind-${number}`, description: "On foot" }
}

const profileOf = (world: World) => ({ name: `Profile ${world.serial()}`, type: "walk" })

async function createSet(world: World) {
  const { id } = await moduleOf(world, Modules.FULFILLMENT).createFulfillmentSets({
    name: `Set ${world.serial()}`,
    type: "shipping",
  })

  return { id }
}

async function createZone(world: World) {
  const { id } = await createSet(world)
  const zone = await moduleOf(world, Modules.FULFILLMENT).createServiceZones({
    ...zoneOf(world),
    fulfillment_set_id: id,
  })

  return { id, zone_id: zone.id }
}

async function createType(world: World) {
  const { id } = await moduleOf(world, Modules.FULFILLMENT).createShippingOptionTypes(typeOf(world))

  return { id }
}

async function createProfile(world: World) {
  const { id } = await moduleOf(world, Modules.FULFILLMENT).createShippingProfiles(profileOf(world))

  return { id }
}

/** Where and how the shop of the walk delivers. */
async function optionOf(world: World) {
  const [row] = await world.sql<{
    service_zone_id: string
    shipping_profile_id: string
    provider_id: string
  }>(
    `select o.service_zone_id, o.shipping_profile_id, o.provider_id from shipping_option o
     join vendor v on v.shipping_profile_id = o.shipping_profile_id where v.id = ? and o.deleted_at is null limit 1`,
    [world.shop.id]
  )

  return {
    ...row!,
    name: `Option ${world.serial()}`,
    price_type: "flat" as const,
    type: typeOf(world),
  }
}

/** With a price: core fails on a change of an option that has no set of prices. */
async function createOption(world: World) {
  const { result } = await createShippingOptionsWorkflow(world.container).run({
    input: [{ ...(await optionOf(world)), prices: [{ currency_code: "ngn", amount: 1500 }] }],
  })

  return { id: result[0]!.id }
}

const optionRecipes: Recipes = {
  "GET /admin/shipping-options": () => ({}),
  "POST /admin/shipping-options": async (world) => ({
    body: { ...(await optionOf(world)), prices: [{ currency_code: "ngn", amount: 1500 }] },
  }),
  "GET /admin/shipping-options/:id": async (world) => ({ params: await createOption(world) }),
  "POST /admin/shipping-options/:id": async (world) => ({
    params: await createOption(world),
    body: { name: "Another name" },
  }),
  "DELETE /admin/shipping-options/:id": async (world) => ({ params: await createOption(world) }),
  "POST /admin/shipping-options/:id/rules/batch": async (world) => ({
    params: await createOption(world),
    body: { create: [{ attribute: "enabled_in_store", operator: "eq", value: "true" }] },
  }),
  "GET /admin/shipping-option-types": () => ({}),
  "POST /admin/shipping-option-types": (world) => ({ body: typeOf(world) }),
  "GET /admin/shipping-option-types/:id": async (world) => ({ params: await createType(world) }),
  "POST /admin/shipping-option-types/:id": async (world) => ({
    params: await createType(world),
    body: { label: "Another label" },
  }),
  "DELETE /admin/shipping-option-types/:id": async (world) => ({ params: await createType(world) }),
}

const zoneRecipes: Recipes = {
  "GET /admin/shipping-profiles": () => ({}),
  "POST /admin/shipping-profiles": (world) => ({ body: profileOf(world) }),
  "GET /admin/shipping-profiles/:id": async (world) => ({ params: await createProfile(world) }),
  "POST /admin/shipping-profiles/:id": async (world) => ({
    params: await createProfile(world),
    body: { type: "other" },
  }),
  "DELETE /admin/shipping-profiles/:id": async (world) => ({ params: await createProfile(world) }),
  "DELETE /admin/fulfillment-sets/:id": async (world) => ({ params: await createSet(world) }),
  "POST /admin/fulfillment-sets/:id/service-zones": async (world) => ({
    params: await createSet(world),
    body: zoneOf(world),
  }),
  "GET /admin/fulfillment-sets/:id/service-zones/:zone_id": async (world) => ({
    params: await createZone(world),
  }),
  "POST /admin/fulfillment-sets/:id/service-zones/:zone_id": async (world) => ({
    params: await createZone(world),
    body: { name: `Zone ${world.serial()}` },
  }),
  "DELETE /admin/fulfillment-sets/:id/service-zones/:zone_id": async (world) => ({
    params: await createZone(world),
  }),
  "GET /admin/fulfillment-providers": () => ({}),
  "GET /admin/fulfillment-providers/:id/options": async (world) => ({
    params: { id: (await optionOf(world)).provider_id },
  }),
}

export const adminDeliveryRecipes: Recipes = { ...optionRecipes, ...zoneRecipes }
