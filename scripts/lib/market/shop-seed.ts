import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import { createInventoryLevelsWorkflow, createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { approveVendorWorkflow } from "../../../src/workflows/vendor/workflows/approve-vendor"
import { createVendorWorkflow } from "../../../src/workflows/vendor/workflows/create-vendor"
import { provisionVendorWorkflow } from "../../../src/workflows/vendor/workflows/provision-vendor"
import { type DemoProduct, type DemoShop, ownerEmail } from "./shops"
import { CURRENCY } from "./store"

export type ReadyShop = { id: string; shipping_profile_id: string; stock_location_id: string }

export const vendorService = (container: MedusaContainer) =>
  container.resolve<VendorModuleService>(VENDOR_MODULE)

/** Opens, provisions and, unless staff are to do it, approves a shop; each only where it was not done. */
export async function ensureShop(
  container: MedusaContainer,
  shop: Omit<DemoShop, "products">,
  ownerUserId?: string
): Promise<ReadyShop> {
  const vendors = vendorService(container)
  const [known] = await vendors.listVendors({ handle: shop.handle }, { take: 1 })
  const id = known?.id ?? (await openShop(container, shop, ownerUserId))
  const provisioning = {
    vendor_id: id,
    shipping: {
      name: `Delivery by ${shop.name}`,
      prices: [{ currency_code: CURRENCY, amount: shop.delivery_price }],
    },
  }
  const isPending = !known || known.status === "pending"
  if (isPending && !shop.awaits_approval) {
    await approveVendorWorkflow(container).run({ input: { ...provisioning, actor: "seed" } })
  } else if (!known?.shipping_profile_id) {
    await provisionVendorWorkflow(container).run({ input: provisioning })
  }

  return await readyShop(container, id)
}

async function openShop(
  container: MedusaContainer,
  { awaits_approval: _, delivery_price: __, ...shop }: Omit<DemoShop, "products">,
  ownerUserId?: string
): Promise<string> {
  const { result } = await createVendorWorkflow(container).run({
    input: {
      ...shop,
      contact_email: ownerEmail(shop.handle),
      country_code: "ng",
      owner_user_id: ownerUserId,
      actor: "seed",
    },
  })

  return result.id
}

export async function readyShop(container: MedusaContainer, id: string): Promise<ReadyShop> {
  const vendor = await vendorService(container).retrieveVendor(id)
  const { shipping_profile_id, stock_location_id } = vendor
  if (!shipping_profile_id || !stock_location_id) {
    throw new Error(`The shop ${vendor.handle} has no stock location or shipping profile.`)
  }

  return { id, shipping_profile_id, stock_location_id }
}

export async function ensureProducts(
  container: MedusaContainer,
  shop: ReadyShop,
  products: DemoProduct[],
  { sales_channel_id, stock }: { sales_channel_id: string; stock: number }
): Promise<void> {
  const handles = products.map(({ handle }) => handle)
  const service = container.resolve(Modules.PRODUCT)
  const known = await service.listProducts({ handle: handles }, { take: handles.length, select: ["handle"] })
  const knownHandles = new Set(known.map(({ handle }) => handle))
  const missing = products.filter(({ handle }) => !knownHandles.has(handle))
  if (missing.length) {
    await createProductsWorkflow(container).run({
      input: {
        products: missing.map((product) => productInput(product, shop, sales_channel_id)),
        additional_data: { vendor_id: shop.id },
      },
    })
  }
  const all = await service.listProducts({ handle: handles }, { take: handles.length, select: ["id"] })
  const product_ids = all.map(({ id }) => id)
  await ensureStock(container, product_ids, shop.stock_location_id, stock)
}

const SIZE = "Size"

function productInput(product: DemoProduct, shop: ReadyShop, sales_channel_id: string) {
  const sizes = product.sizes ?? ["One size"]

  return {
    title: product.title,
    handle: product.handle,
    description: product.description,
    status: ProductStatus.PUBLISHED,
    shipping_profile_id: shop.shipping_profile_id,
    sales_channels: [{ id: sales_channel_id }],
    options: [{ title: SIZE, values: sizes }],
    variants: sizes.map((size) => ({
      title: size,
      sku: product.sizes ? `${product.handle}-${size.toLowerCase()}` : product.handle,
      manage_inventory: true,
      options: { [SIZE]: size },
      prices: [{ amount: product.price, currency_code: CURRENCY }],
    })),
  }
}

type StockView = {
  variants: {
    inventory_items?: { inventory_item_id: string; inventory?: { location_levels?: { id: string }[] } }[]
  }[]
}

async function ensureStock(
  container: MedusaContainer,
  ids: string[],
  location_id: string,
  stock: number
): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: [
      "variants.inventory_items.inventory_item_id",
      "variants.inventory_items.inventory.location_levels.id",
    ],
    filters: { id: ids },
  })
  const inventory_levels = (data as unknown as StockView[])
    .flatMap(({ variants }) => variants.flatMap((variant) => variant.inventory_items ?? []))
    .filter((item) => !item.inventory?.location_levels?.length)
    .map(({ inventory_item_id }) => ({ inventory_item_id, location_id, stocked_quantity: stock }))
  if (inventory_levels.length) {
    await createInventoryLevelsWorkflow(container).run({ input: { inventory_levels } })
  }
}
