import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import {
  makeCountedProduct,
  makeInventoryItem,
  makePricedProduct,
  makeProduct,
  makeProposedProduct,
  type PlainProduct,
} from "../records/plain-product"
import type { Recipe, Recipes } from "./recipe"

const PRICES = [{ currency_code: "ngn", amount: 2500 }]

const newProduct = (serial: number) => ({
  title: `Mat ${serial}`,
  handle: `mat-${serial}`,
  options: [{ title: "Size", values: ["One"] }],
  variants: [{ title: "One", options: { Size: "One" }, prices: PRICES }],
})

const LARGE = { title: "Large", options: { Size: "Large" }, prices: PRICES }

/** A fresh product, with a body that may speak of it. */
const ofProduct =
  (bodyOf: (product: PlainProduct) => unknown = () => undefined): Recipe =>
  async (world) => {
    const { id, variant_id, image_id, ...rest } = await makeProduct(world)

    return { params: { id, variant_id, image_id }, body: bodyOf({ id, variant_id, image_id, ...rest }) }
  }

/** The same where the variant is counted by an inventory item. */
const ofCounted =
  (bodyOf: (product: Awaited<ReturnType<typeof makeCountedProduct>>) => unknown = () => undefined): Recipe =>
  async (world) => {
    const product = await makeCountedProduct(world)
    const { id, variant_id, inventory_item_id } = product

    return { params: { id, variant_id, inventory_item_id }, body: bodyOf(product) }
  }

/** Decided on as it is. */
const ofProposed =
  (body: object): Recipe =>
  async (world) => {
    const { id } = await makeProposedProduct(world)
    const version = await world.container.resolve<VendorModuleService>(VENDOR_MODULE).readProductVersion(id)

    return { params: { id }, body: { ...body, version } }
  }

const productRecipes: Recipes = {
  "GET /admin/products": () => ({}),
  "POST /admin/products": (world) => ({ body: newProduct(world.serial()) }),
  "POST /admin/products/batch": async (world) => ({
    body: {
      create: [newProduct(world.serial())],
      update: [{ id: (await makeProduct(world)).id, title: "Basket of reed" }],
      delete: [(await makeProduct(world)).id],
    },
  }),
  "GET /admin/products/:id": ofProduct(),
  "POST /admin/products/:id": ofProduct(() => ({ title: "Basket of reed" })),
  "DELETE /admin/products/:id": ofProduct(),
  "GET /admin/products/:id/options": ofProduct(),
  "POST /admin/products/:id/options/batch": ofProduct(({ option_id }) => ({
    update: [{ product_option_id: option_id, add: [{ value: "Huge" }] }],
  })),
  "POST /admin/products/:id/images/:image_id/variants/batch": ofProduct(({ variant_id }) => ({
    add: [variant_id],
  })),
  "POST /admin/products/:id/approve": ofProposed({}),
  "GET /admin/product-approvals": () => ({}),
  "GET /admin/product-approvals/:id/changes": async (world) => ({
    params: { id: (await makeProposedProduct(world)).id },
  }),
  "POST /admin/products/:id/reject": ofProposed({ reason: "The picture shows something else." }),
}

const variantRecipes: Recipes = {
  "GET /admin/products/:id/variants": ofProduct(),
  "POST /admin/products/:id/variants": ofProduct(() => LARGE),
  "POST /admin/products/:id/variants/batch": ofProduct(({ variant_id }) => ({
    create: [LARGE],
    update: [{ id: variant_id, title: "Tiny" }],
  })),
  "GET /admin/products/:id/variants/:variant_id": ofProduct(),
  "POST /admin/products/:id/variants/:variant_id": async (world) => {
    const { id, variant_id } = await makePricedProduct(world)

    return { params: { id, variant_id }, body: { title: "Tiny", prices: PRICES } }
  },
  "DELETE /admin/products/:id/variants/:variant_id": ofProduct(),
  "POST /admin/products/:id/variants/:variant_id/images/batch": ofProduct(({ image_id }) => ({
    add: [image_id],
  })),
  "POST /admin/products/:id/variants/:variant_id/inventory-items": async (world) => {
    const { id, variant_id } = await makeProduct(world)

    return {
      params: { id, variant_id },
      body: { inventory_item_id: await makeInventoryItem(world), required_quantity: 2 },
    }
  },
  "POST /admin/products/:id/variants/:variant_id/inventory-items/:inventory_item_id": ofCounted(() => ({
    required_quantity: 2,
  })),
  "DELETE /admin/products/:id/variants/:variant_id/inventory-items/:inventory_item_id": ofCounted(),
  "POST /admin/products/:id/variants/inventory-items/batch": ofCounted(
    ({ variant_id, inventory_item_id }) => ({
      update: [{ variant_id, inventory_item_id, required_quantity: 3 }],
    })
  ),
}

export const adminProductRecipes: Recipes = { ...productRecipes, ...variantRecipes }
