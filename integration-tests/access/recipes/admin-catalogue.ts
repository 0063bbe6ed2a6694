import { Modules } from "@medusajs/framework/utils"
import { makeProduct } from "../records/plain-product"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"
import { simpleResource } from "./simple-resource"

const productsOf = (world: World) => world.container.resolve(Modules.PRODUCT)

const makeCategory = async (world: World) =>
  (await productsOf(world).createProductCategories({ name: `Weaving ${world.serial()}` })).id

const makeCollection = async (world: World) =>
  (await productsOf(world).createProductCollections({ title: `Harvest ${world.serial()}` })).id

const makeTag = async (world: World) =>
  (await productsOf(world).createProductTags({ value: `handmade-${world.serial()}` })).id

const makeType = async (world: World) =>
  (await productsOf(world).createProductTypes({ value: `Basketry ${world.serial()}` })).id

async function makeOption(world: World): Promise<{ id: string; value_id: string }> {
  const option = await productsOf(world).createProductOptions({
    title: `Weight ${world.serial()}`,
    values: ["Light", "Heavy"],
  })
  const [value] = await productsOf(world).listProductOptionValues({ option_id: option.id })

  return { id: option.id, value_id: value!.id }
}

async function makeLabel(world: World): Promise<string> {
  const label = await world.container.resolve(Modules.SETTINGS).createPropertyLabels({
    entity: "Product",
    property: `made_${world.serial()}`,
    label: "Made in",
  })

  return label.id
}

const newLabel = (serial: number) => ({ entity: "Product", property: `weight_${serial}`, label: "Weight" })

const ofOption =
  (body?: unknown): Recipe =>
  async (world) => ({ params: await makeOption(world), body })

/** A product that is put into the group that `make` makes. */
const withProduct =
  (make: (world: World) => Promise<string>): Recipe =>
  async (world) => ({ params: { id: await make(world) }, body: { add: [(await makeProduct(world)).id] } })

export const adminCatalogueRecipes: Recipes = {
  ...simpleResource("/admin/product-categories", {
    make: makeCategory,
    create: (serial) => ({ name: `Pottery ${serial}`, is_active: true }),
    update: { description: "Made by hand" },
  }),
  "POST /admin/product-categories/:id/products": withProduct(makeCategory),
  ...simpleResource("/admin/collections", {
    make: makeCollection,
    create: (serial) => ({ title: `Rains ${serial}` }),
    update: { metadata: { season: "dry" } },
  }),
  "POST /admin/collections/:id/products": withProduct(makeCollection),
  ...simpleResource("/admin/product-tags", {
    make: makeTag,
    create: (serial) => ({ value: `organic-${serial}` }),
    update: { metadata: { shown: true } },
  }),
  ...simpleResource("/admin/product-types", {
    make: makeType,
    create: (serial) => ({ value: `Textile ${serial}` }),
    update: { metadata: { shown: true } },
  }),
  ...simpleResource("/admin/product-options", {
    make: async (world) => (await makeOption(world)).id,
    create: (serial) => ({ title: `Colour ${serial}`, values: ["Red", "Blue"] }),
    update: { metadata: { shown: true } },
  }),
  "GET /admin/product-options/:id/values": ofOption(),
  "GET /admin/product-options/:id/values/:value_id": ofOption(),
  "POST /admin/product-options/:id/values/:value_id": ofOption({ metadata: { shown: true } }),
  "DELETE /admin/product-options/:id/values/:value_id": ofOption(),
  ...simpleResource("/admin/property-labels", {
    make: makeLabel,
    create: newLabel,
    update: { label: "Made by" },
  }),
  "POST /admin/property-labels/batch": async (world) => ({
    body: {
      create: [newLabel(world.serial())],
      update: [{ id: await makeLabel(world), label: "Made by" }],
      delete: [await makeLabel(world)],
    },
  }),
  "GET /admin/product-variants": () => ({}),
  "GET /admin/search": (world) => ({ query: `q=${encodeURIComponent(world.shop.name)}` }),
  "GET /admin/search-indexes": () => ({}),
}
