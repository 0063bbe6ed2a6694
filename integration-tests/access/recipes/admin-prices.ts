import { Modules, PriceListStatus } from "@medusajs/framework/utils"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"
import { simpleResource } from "./simple-resource"

const pricingOf = (world: World) => world.container.resolve(Modules.PRICING)

async function makePreference(world: World): Promise<string> {
  const preference = await pricingOf(world).createPricePreferences({
    attribute: "region_id",
    value: `reg_walk_${world.serial()}`,
    is_tax_inclusive: true,
  })

  return preference.id
}

type PriceList = { id: string; price_id: string; product_id: string; variant_id: string }

/** A draft, so that it changes nothing for buyers, with a price for a product of the shop. */
async function makePriceList(world: World): Promise<PriceList> {
  const { id: product_id, variant_id } = world.shop.products[0]!
  const [link] = await world.sql<{ price_set_id: string }>(
    "select price_set_id from product_variant_price_set where variant_id = ? and deleted_at is null",
    [variant_id]
  )
  const [list] = await pricingOf(world).createPriceLists([
    {
      title: `Market day ${world.serial()}`,
      description: "Lower prices on one day",
      status: PriceListStatus.DRAFT,
      prices: [{ amount: 900, currency_code: "ngn", price_set_id: link!.price_set_id }],
    },
  ])
  const [price] = await world.sql<{ id: string }>("select id from price where price_list_id = ?", [list!.id])

  return { id: list!.id, price_id: price!.id, product_id, variant_id }
}

const ofList =
  (bodyOf: (list: PriceList) => unknown = () => undefined): Recipe =>
  async (world) => {
    const list = await makePriceList(world)

    return { params: { id: list.id }, body: bodyOf(list) }
  }

export const adminPriceRecipes: Recipes = {
  ...simpleResource("/admin/price-preferences", {
    make: makePreference,
    create: (serial) => ({
      attribute: "region_id",
      value: `reg_created_${serial}`,
      is_tax_inclusive: false,
    }),
    update: { is_tax_inclusive: false },
  }),
  ...simpleResource("/admin/price-lists", {
    make: async (world) => (await makePriceList(world)).id,
    create: (serial) => ({ title: `Rainy season ${serial}`, description: "Lower prices", status: "draft" }),
    update: { title: "Dry season" },
  }),
  "GET /admin/price-lists/:id/prices": ofList(),
  "POST /admin/price-lists/:id/prices/batch": ofList(({ price_id, variant_id }) => ({
    create: [{ currency_code: "ngn", amount: 800, variant_id, min_quantity: 10 }],
    update: [{ id: price_id, variant_id, amount: 850 }],
  })),
  "POST /admin/price-lists/:id/products": ofList(({ product_id }) => ({ remove: [product_id] })),
}
