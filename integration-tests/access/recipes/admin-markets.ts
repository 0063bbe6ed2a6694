import { Modules } from "@medusajs/framework/utils"
import { moduleOf, type World } from "../world"
import type { Recipes } from "./recipe"

async function createRegion(world: World) {
  const { id } = await moduleOf(world, Modules.REGION).createRegions({
    name: `Region ${world.serial()}`,
    currency_code: "ngn",
  })

  return { id }
}

async function createChannel(world: World) {
  const { id } = await moduleOf(world, Modules.SALES_CHANNEL).createSalesChannels({
    name: `Channel ${world.serial()}`,
  })

  return { id }
}

async function storeOf(world: World) {
  const [store] = await moduleOf(world, Modules.STORE).listStores({}, { take: 1, select: ["id"] })

  return { id: store!.id }
}

/** A part of Nigeria that has no taxes of its own yet. */
async function provinceOf(world: World) {
  const [country] = await world.sql(
    "select id from tax_region where country_code = 'ng' and parent_id is null and deleted_at is null"
  )

  return { country_code: "ng", parent_id: country!.id, province_code: `ng-${world.serial()}` }
}

async function createTaxRegion(world: World) {
  const { id } = await moduleOf(world, Modules.TAX).createTaxRegions(await provinceOf(world))

  return { id }
}

async function rateOf(world: World) {
  const number = world.serial()

  return {
    tax_region_id: (await createTaxRegion(world)).id,
    name: `Rate ${number}`,
    code: `rate-${number}`,
    rate: 5,
  }
}

async function createTaxRate(world: World) {
  const { id } = await moduleOf(world, Modules.TAX).createTaxRates(await rateOf(world))

  return { id }
}

const ofProduct = ({ shop }: World) => ({ reference: "product", reference_id: shop.products[0]!.id })

async function createTaxRule(world: World) {
  const { id } = await createTaxRate(world)
  const rule = await moduleOf(world, Modules.TAX).createTaxRateRules({ ...ofProduct(world), tax_rate_id: id })

  return { id, rule_id: rule.id }
}

const regionRecipes: Recipes = {
  "GET /admin/regions": () => ({}),
  "POST /admin/regions": (world) => ({ body: { name: `Region ${world.serial()}`, currency_code: "ngn" } }),
  "GET /admin/regions/:id": async (world) => ({ params: await createRegion(world) }),
  "POST /admin/regions/:id": async (world) => ({
    params: await createRegion(world),
    body: { name: "Another name" },
  }),
  "DELETE /admin/regions/:id": async (world) => ({ params: await createRegion(world) }),
  "GET /admin/currencies": () => ({}),
  "GET /admin/currencies/:code": () => ({ params: { code: "ngn" } }),
  "GET /admin/stores": () => ({}),
  "GET /admin/stores/:id": async (world) => ({ params: await storeOf(world) }),
  "POST /admin/stores/:id": async (world) => ({ params: await storeOf(world), body: { name: "Merkato" } }),
}

const channelRecipes: Recipes = {
  "GET /admin/sales-channels": () => ({}),
  "POST /admin/sales-channels": (world) => ({ body: { name: `Channel ${world.serial()}` } }),
  "GET /admin/sales-channels/:id": async (world) => ({ params: await createChannel(world) }),
  "POST /admin/sales-channels/:id": async (world) => ({
    params: await createChannel(world),
    body: { description: "Elsewhere" },
  }),
  "DELETE /admin/sales-channels/:id": async (world) => ({ params: await createChannel(world) }),
  "POST /admin/sales-channels/:id/products": async (world) => ({
    params: await createChannel(world),
    body: { add: [world.shop.products[0]!.id] },
  }),
}

const taxRecipes: Recipes = {
  "GET /admin/tax-providers": () => ({}),
  "GET /admin/tax-regions": () => ({}),
  "POST /admin/tax-regions": async (world) => ({ body: await provinceOf(world) }),
  "GET /admin/tax-regions/:id": async (world) => ({ params: await createTaxRegion(world) }),
  "POST /admin/tax-regions/:id": async (world) => ({
    params: await createTaxRegion(world),
    body: { province_code: `ng-${world.serial()}` },
  }),
  "DELETE /admin/tax-regions/:id": async (world) => ({ params: await createTaxRegion(world) }),
  "GET /admin/tax-rates": () => ({}),
  "POST /admin/tax-rates": async (world) => ({ body: await rateOf(world) }),
  "GET /admin/tax-rates/:id": async (world) => ({ params: await createTaxRate(world) }),
  "POST /admin/tax-rates/:id": async (world) => ({ params: await createTaxRate(world), body: { rate: 6 } }),
  "DELETE /admin/tax-rates/:id": async (world) => ({ params: await createTaxRate(world) }),
  "POST /admin/tax-rates/:id/rules": async (world) => ({
    params: await createTaxRate(world),
    body: ofProduct(world),
  }),
  "DELETE /admin/tax-rates/:id/rules/:rule_id": async (world) => ({ params: await createTaxRule(world) }),
}

export const adminMarketRecipes: Recipes = { ...regionRecipes, ...channelRecipes, ...taxRecipes }
