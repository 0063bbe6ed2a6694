import type { ProductSummary } from "../../../modules/vendor/product-queries"

type StoredPrice = {
  id: string
  amount: number
  currency_code: string
  min_quantity?: number | null
  max_quantity?: number | null
  rules_count?: number | null
  price_list_id?: string | null
}

type WithPrices = { prices?: StoredPrice[] | null }

/** A variant as its shop sees it: of its prices those that the shop sets. */
export function variantView<Variant extends WithPrices>(variant: Variant) {
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

const NOTHING = { variant_count: 0, available_quantity: null, lowest_prices: [] }

/** A product as its shop sees it, with what it has in stock and costs at least. */
export function productView<Product extends { id: string; variants?: WithPrices[] }>(
  product: Product,
  summaries: ProductSummary[]
) {
  const { product_id: _id, ...summary } = summaries.find(({ product_id }) => product_id === product.id) ?? {
    product_id: product.id,
    ...NOTHING,
  }

  return {
    ...product,
    ...(product.variants ? { variants: product.variants.map(variantView) } : {}),
    ...summary,
  }
}
