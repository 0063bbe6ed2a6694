import type { ProductSummary } from "../../../modules/vendor/product-queries"

type ProductStatus = "draft" | "proposed" | "published" | "rejected"

type StoredPrice = {
  id: string
  amount: number
  currency_code: string
  min_quantity?: number | null
  max_quantity?: number | null
  rules_count?: number | null
  price_list_id?: string | null
}

/** A product as lists show it. */
export type ListedProduct = {
  id: string
  title: string
  subtitle: string | null
  description: string | null
  handle: string
  status: ProductStatus
  thumbnail: string | null
  weight: number | null
  length: number | null
  height: number | null
  width: number | null
  material: string | null
  hs_code: string | null
  origin_country: string | null
  created_at: Date
  updated_at: Date
  images: { id: string; url: string; rank: number }[]
  categories: { id: string; name: string; handle: string }[]
  tags: { id: string; value: string }[]
}

export type StoredVariant = {
  prices?: StoredPrice[] | null
  id: string
  title: string
  sku: string | null
  barcode: string | null
  ean: string | null
  upc: string | null
  manage_inventory: boolean
  allow_backorder: boolean
  weight: number | null
  length: number | null
  height: number | null
  width: number | null
  material: string | null
  hs_code: string | null
  origin_country: string | null
  variant_rank: number
  created_at: Date
  updated_at: Date
  options: { id: string; value: string; option_id: string }[]
}

/** A product in full. */
export type WholeProduct = ListedProduct & {
  options: { id: string; title: string; values: { id: string; value: string }[] }[]
  variants: StoredVariant[]
}

type OwnPrice = Pick<StoredPrice, "id" | "amount" | "currency_code">

/** With prices, unless the asker has left them out by `fields`. */
export type VariantView = Omit<StoredVariant, "prices"> & { prices?: OwnPrice[] | null }

/** A variant as its shop sees it: of its prices those that the shop sets. */
export function variantView(variant: StoredVariant): VariantView {
  if (!variant.prices) {
    return variant
  }
  const own = variant.prices.filter(
    (price) => !price.price_list_id && !price.rules_count && !price.min_quantity && !price.max_quantity
  )

  return {
    ...variant,
    prices: own.map(({ min_quantity, max_quantity, rules_count, price_list_id, ...price }) => price),
  }
}

type Summary = Omit<ProductSummary, "product_id">

export type ListedProductView = ListedProduct & Summary

export type ProductView = Omit<WholeProduct, "variants"> & { variants: VariantView[] } & Summary

const NOTHING: Summary = { variant_count: 0, available_quantity: null, lowest_prices: [] }

/** A product as its shop sees it, with what it has in stock and costs at least. */
export function listedProductView(product: ListedProduct, summaries: ProductSummary[]): ListedProductView {
  const found = summaries.find(({ product_id }) => product_id === product.id)
  if (!found) {
    return { ...product, ...NOTHING }
  }
  const { product_id: _id, ...summary } = found

  return { ...product, ...summary }
}

export const productView = (product: WholeProduct, summaries: ProductSummary[]): ProductView => ({
  ...product,
  ...listedProductView(product, summaries),
  // Not there when the asker has left them out by `fields`.
  ...(product.variants && { variants: product.variants.map(variantView) }),
})
