import type { LinkDefinition, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import type { CatalogueProduct } from "./columns"

/** A shop that products are given to, with where it stores and how it ships. */
export type ShopPlace = { vendor_id: string; stock_location_id: string; shipping_profile_id: string }

export type BatchRow = { product: CatalogueProduct; shop: ShopPlace }

export type BatchSettings = {
  sales_channel_id: string
  currency_code: string
  stock: number
  category_ids: Map<string, string>
  /** Written last: a product without an owner is left over from an interrupted run. */
  assignOwners: (owners: { product_id: string; vendor_id: string }[]) => Promise<void>
}

const OPTION = "Option"
const VALUE = "Standard"

/**
 * Writes products through the modules' services, a batch in a few statements each. `createProductsWorkflow` does
 * the same and announces every product, which is four times slower: 65 products a second.
 */
export async function writeBatch(
  container: MedusaContainer,
  rows: BatchRow[],
  settings: BatchSettings
): Promise<void> {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const [products, priceSets, inventoryItems] = await Promise.all([
    createProducts(container, rows, settings),
    createPriceSets(container, rows, settings),
    createStock(container, rows, settings),
  ])

  const written = rows.map((row, index) => {
    const product = products.get(row.product.handle)
    const variant_id = product?.variants[0]?.id
    const price_set_id = priceSets[index]?.id
    const inventory_item_id = inventoryItems.get(row.product.sku)
    if (!product || !variant_id || !price_set_id || !inventory_item_id) {
      throw new Error(`Product ${row.product.handle} was not written completely.`)
    }
    return { shop: row.shop, product_id: product.id, variant_id, price_set_id, inventory_item_id }
  })
  await link.create(
    written.flatMap(({ shop, product_id, variant_id, price_set_id, inventory_item_id }): LinkDefinition[] => [
      {
        [Modules.PRODUCT]: { product_id },
        [Modules.SALES_CHANNEL]: { sales_channel_id: settings.sales_channel_id },
      },
      {
        [Modules.PRODUCT]: { product_id },
        [Modules.FULFILLMENT]: { shipping_profile_id: shop.shipping_profile_id },
      },
      { [Modules.PRODUCT]: { variant_id }, [Modules.PRICING]: { price_set_id } },
      { [Modules.PRODUCT]: { variant_id }, [Modules.INVENTORY]: { inventory_item_id } },
    ])
  )
  await settings.assignOwners(
    written.map(({ product_id, shop }) => ({ product_id, vendor_id: shop.vendor_id }))
  )
}

async function createProducts(container: MedusaContainer, rows: BatchRow[], { category_ids }: BatchSettings) {
  const created = await container.resolve(Modules.PRODUCT).createProducts(
    rows.map(({ product }) => {
      const category = category_ids.get(product.category ?? "")
      return {
        title: product.title,
        handle: product.handle,
        external_id: product.external_id,
        description: product.description,
        thumbnail: product.image,
        status: ProductStatus.PUBLISHED,
        images: product.image ? [{ url: product.image }] : [],
        metadata: product.brand ? { brand: product.brand } : undefined,
        category_ids: category ? [category] : undefined,
        options: [{ title: OPTION, values: [VALUE] }],
        variants: [{ title: VALUE, sku: product.sku, manage_inventory: true, options: { [OPTION]: VALUE } }],
      }
    })
  )

  return new Map(created.map((product) => [product.handle, product]))
}

async function createPriceSets(
  container: MedusaContainer,
  rows: BatchRow[],
  { currency_code }: BatchSettings
) {
  return await container
    .resolve(Modules.PRICING)
    .createPriceSets(rows.map(({ product }) => ({ prices: [{ amount: product.price, currency_code }] })))
}

async function createStock(container: MedusaContainer, rows: BatchRow[], { stock }: BatchSettings) {
  const inventory = container.resolve(Modules.INVENTORY)
  const items = await inventory.createInventoryItems(
    rows.map(({ product }) => ({ sku: product.sku, title: product.title, requires_shipping: true }))
  )
  const ids = new Map(items.map((item) => [item.sku ?? "", item.id]))
  await inventory.createInventoryLevels(
    rows.map(({ product, shop }) => ({
      inventory_item_id: ids.get(product.sku) ?? "",
      location_id: shop.stock_location_id,
      stocked_quantity: stock,
    }))
  )

  return ids
}
