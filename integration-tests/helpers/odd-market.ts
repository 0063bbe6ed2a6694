import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createTaxRegionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ACCESS_MODULE } from "../../src/modules/access"
import type AccessModuleService from "../../src/modules/access/service"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import type VendorModuleService from "../../src/modules/vendor/service"
import { approveVendorWorkflow } from "../../src/workflows/vendor/workflows/approve-vendor"
import { createVendorWorkflow } from "../../src/workflows/vendor/workflows/create-vendor"
import { createMarketplace } from "./create-marketplace"
import { CURRENCIES, type Currency } from "./odd-currencies"
import { createOddPromotions, type OddPromotion } from "./odd-promotions"

const PRICES: Record<Currency, number[]> = {
  ngn: [1999, 333.33, 0.01, 1999.99, 9_999_999.99, 700],
  xof: [1999, 333, 1, 101, 9_999_999, 700],
  kwd: [1.999, 33.333, 0.001, 19.995, 9_999_999.999, 0.7],
  tnd: [19.999, 333.333, 0.001, 0.1, 99_999.999, 70],
}
const DELIVERY: Record<Currency, number[]> = {
  ngn: [1500, 999.99, 0, 333.33, 1250.5, 0.01],
  xof: [1500, 999, 0, 333, 1, 7],
  kwd: [1.5, 0.999, 0, 0.333, 12.345, 0.001],
  tnd: [7, 0.999, 0, 3.333, 12.345, 0.001],
}
/** Basis points; null is the platform's own rate. */
const RATES = [null, 850, 0, 10_000, 1234]
const PLATFORM_RATE = 1000
export const PRODUCTS_PER_VENDOR = 3
export const BUYER = "ama@example.com"

export type OddVendor = {
  id: string
  rate_bps: number
  /** The platform pays its tax to the tax office, since it is not registered. */
  is_tax_of_platform: boolean
  option_id: string
  products: { id: string; variant_id: string }[]
}
export type OddMarket = {
  sales_channel_id: string
  publishable_key: string
  regions: Record<Currency, { id: string; country: string }>
  /** The last one is the house. */
  vendors: OddVendor[]
  promotions: OddPromotion[]
}

const COUNTRIES: Record<Currency, string> = { ngn: "ng", xof: "sn", kwd: "kw", tnd: "tn" }

/** A marketplace whose prices, rates and promotions leave fractions wherever they can. */
export async function createOddMarket(container: MedusaContainer): Promise<OddMarket> {
  // Carts of one e-mail address that are made side by side would each try to create its customer.
  await container.resolve(Modules.CUSTOMER).createCustomers({ email: BUYER, has_account: false })
  const foreign = await createForeignRegions(container)
  const market = await createMarketplace(container, { vendors: 0 })
  const vendors: OddVendor[] = []
  for (const [index, rate] of RATES.entries()) {
    vendors.push(await createOddVendor(container, index, rate, market.sales_channel_id))
  }
  vendors.push(await stockVendor(container, market.house_id, 0, RATES.length, market.sales_channel_id))
  await registerSome(container, vendors)

  return {
    sales_channel_id: market.sales_channel_id,
    publishable_key: market.publishable_key,
    regions: { ngn: { id: market.region_id, country: "ng" }, ...foreign },
    vendors,
    promotions: await createOddPromotions(container, vendors),
  }
}

/** The platform pays the tax of those that are not. */
async function registerSome(container: MedusaContainer, vendors: OddVendor[]): Promise<void> {
  await container
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .writeSettings({ values: { item_tax_remitter: "by_status" }, by: "test" })
  await container.resolve<VendorModuleService>(VENDOR_MODULE).updateVendors(
    vendors.map(({ id, is_tax_of_platform }) => ({
      id,
      tax_status: is_tax_of_platform ? ("not_registered" as const) : ("registered" as const),
    }))
  )
}

async function createForeignRegions(container: MedusaContainer) {
  const foreign = ["xof", "kwd", "tnd"] as const
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: foreign.map((currency_code) => ({
        name: currency_code,
        currency_code,
        countries: [COUNTRIES[currency_code]],
        payment_providers: ["pp_system_default"],
        is_tax_inclusive: currency_code === "tnd",
      })),
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: foreign.map((currency) => ({
      country_code: COUNTRIES[currency],
      provider_id: "tp_system",
      default_tax_rate: { name: "VAT", rate: 7.5, code: "vat" },
    })),
  })
  const region = (currency: Currency) => ({
    id: result.find((row) => row.currency_code === currency)!.id,
    country: COUNTRIES[currency],
  })

  return { xof: region("xof"), kwd: region("kwd"), tnd: region("tnd") }
}

async function createOddVendor(
  container: MedusaContainer,
  index: number,
  commission_rate_bps: number | null,
  salesChannelId: string
): Promise<OddVendor> {
  const { result: vendor } = await createVendorWorkflow(container).run({
    input: { name: `Odd shop ${index}`, contact_email: `odd${index}@example.com`, commission_rate_bps },
  })
  const prices = CURRENCIES.map((currency_code) => ({
    currency_code,
    amount: DELIVERY[currency_code][index]!,
  }))
  await approveVendorWorkflow(container).run({
    input: { vendor_id: vendor.id, actor: "test", shipping: { prices } },
  })

  return stockVendor(container, vendor.id, commission_rate_bps ?? PLATFORM_RATE, index, salesChannelId)
}

async function stockVendor(
  container: MedusaContainer,
  vendor_id: string,
  rate_bps: number,
  index: number,
  salesChannelId: string
): Promise<OddVendor> {
  const { result: products } = await createProductsWorkflow(container).run({
    input: {
      products: Array.from({ length: PRODUCTS_PER_VENDOR }, (_, number) => ({
        title: `Odd thing ${index}-${number}`,
        handle: `odd-${index}-${number}`,
        status: ProductStatus.PUBLISHED,
        options: [{ title: "Size", values: ["One"] }],
        sales_channels: [{ id: salesChannelId }],
        variants: [
          {
            title: "One",
            sku: `ODD-${index}-${number}`,
            options: { Size: "One" },
            manage_inventory: true,
            prices: CURRENCIES.map((currency_code) => ({
              currency_code,
              amount: PRICES[currency_code][(index + number * 2) % PRICES[currency_code].length]!,
            })),
          },
        ],
      })),
      additional_data: { vendor_id },
    },
  })
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: vendors } = await query.graph({
    entity: "vendor",
    fields: ["stock_location_id", "shipping_profile_id"],
    filters: { id: vendor_id },
  })
  const variantIds = products.map((product) => product.variants[0]!.id)
  const { data: links } = await query.graph({
    entity: "product_variant_inventory_item",
    fields: ["inventory_item_id"],
    filters: { variant_id: variantIds },
  })
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: links.map((link) => ({
        inventory_item_id: link.inventory_item_id,
        location_id: vendors[0]!.stock_location_id!,
        stocked_quantity: 1_000_000,
      })),
    },
  })
  const [option] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions({ shipping_profile_id: vendors[0]!.shipping_profile_id! })

  return {
    id: vendor_id,
    rate_bps,
    is_tax_of_platform: index % 2 === 1,
    option_id: option!.id,
    products: products.map((product) => ({ id: product.id, variant_id: product.variants[0]!.id })),
  }
}
