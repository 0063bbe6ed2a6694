import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { approveVendorWorkflow } from "../../src/workflows/vendor/workflows/approve-vendor"
import { createVendorWorkflow } from "../../src/workflows/vendor/workflows/create-vendor"
import { ensureHouseVendorWorkflow } from "../../src/workflows/vendor/workflows/ensure-house-vendor"

export type MarketProduct = { id: string; variant_id: string; price: number }
export type MarketVendor = { id: string; name: string; handle: string; products: MarketProduct[] }
export type Marketplace = {
  publishable_key: string
  region_id: string
  sales_channel_id: string
  house_id: string
  vendors: MarketVendor[]
}

export type MarketplaceOptions = {
  vendors?: number
  products_per_vendor?: number
  /** Price of the n-th product of the n-th vendor, in major units. */
  price?: (vendor: number, product: number) => number
  stock?: number
  delivery_price?: number
  payment_providers?: string[]
}

const defaultPrice = (vendor: number, product: number) => 1999 + vendor * 100 + product

/** A store in Nigeria (NGN, 7.5 % VAT) with approved shops, products and stock. */
export async function createMarketplace(
  container: MedusaContainer,
  options: MarketplaceOptions = {}
): Promise<Marketplace> {
  const { vendors = 3, products_per_vendor = 1 } = options
  const store = await createStore(container, options.payment_providers ?? ["pp_system_default"])
  const house = await ensureHouseVendorWorkflow(container).run({ input: {} })
  const shops: MarketVendor[] = []
  for (let index = 0; index < vendors; index += 1) {
    shops.push(await createShop(container, store.sales_channel_id, index, products_per_vendor, options))
  }

  return { ...store, house_id: house.result.id, vendors: shops }
}

async function createStore(container: MedusaContainer, paymentProviders: string[]) {
  const { result: channels } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Marketplace" }] },
  })
  const sales_channel_id = channels[0]!.id
  const [store] = await container.resolve(Modules.STORE).listStores()
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store!.id },
      update: {
        supported_currencies: [{ currency_code: "ngn", is_default: true }],
        default_sales_channel_id: sales_channel_id,
      },
    },
  })
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "Nigeria", currency_code: "ngn", countries: ["ng"], payment_providers: paymentProviders },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: "ng",
        provider_id: "tp_system",
        default_tax_rate: { name: "VAT", rate: 7.5, code: "vat" },
      },
    ],
  })
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Storefront", type: "publishable", created_by: "" }] },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: keys[0]!.id, add: [sales_channel_id] },
  })

  return { publishable_key: keys[0]!.token, region_id: regions[0]!.id, sales_channel_id }
}

export async function createShop(
  container: MedusaContainer,
  salesChannelId: string,
  index: number,
  products: number,
  options: MarketplaceOptions = {}
): Promise<MarketVendor> {
  const { result: vendor } = await createVendorWorkflow(container).run({
    input: { name: `Shop ${index + 1}`, contact_email: `shop${index + 1}@example.com`, country_code: "ng" },
  })
  await approveVendorWorkflow(container).run({
    input: {
      vendor_id: vendor.id,
      actor: "test",
      shipping: { prices: [{ currency_code: "ngn", amount: options.delivery_price ?? 1500 }] },
    },
  })

  const created: MarketProduct[] = []
  for (let number = 0; number < products; number += 1) {
    const price = (options.price ?? defaultPrice)(index, number)
    created.push(
      await createProduct(container, { vendor_id: vendor.id, salesChannelId, price, stock: options.stock })
    )
  }

  return { id: vendor.id, name: vendor.name, handle: vendor.handle, products: created }
}

let serial = 0

export async function createProduct(
  container: MedusaContainer,
  input: { vendor_id: string; salesChannelId: string; price: number; stock?: number }
): Promise<MarketProduct> {
  serial += 1
  const { result } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: `Product ${serial}`,
          handle: `product-${serial}-${Date.now()}`,
          status: ProductStatus.PUBLISHED,
          options: [{ title: "Size", values: ["One"] }],
          sales_channels: [{ id: input.salesChannelId }],
          variants: [
            {
              title: "One",
              sku: `SKU-${serial}-${Date.now()}`,
              options: { Size: "One" },
              manage_inventory: true,
              prices: [{ amount: input.price, currency_code: "ngn" }],
            },
          ],
        },
      ],
      additional_data: { vendor_id: input.vendor_id },
    },
  })
  const product = result[0]!
  await stockVariant(container, input.vendor_id, product.variants[0]!.id, input.stock ?? 1000)

  return { id: product.id, variant_id: product.variants[0]!.id, price: input.price }
}

async function stockVariant(container: MedusaContainer, vendorId: string, variantId: string, stock: number) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: vendors } = await query.graph({
    entity: "vendor",
    fields: ["stock_location_id"],
    filters: { id: vendorId },
  })
  const { data: links } = await query.graph({
    entity: "product_variant_inventory_item",
    fields: ["inventory_item_id"],
    filters: { variant_id: variantId },
  })
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: [
        {
          inventory_item_id: links[0]!.inventory_item_id,
          location_id: vendors[0]!.stock_location_id ?? "",
          stocked_quantity: stock,
        },
      ],
    },
  })
}
