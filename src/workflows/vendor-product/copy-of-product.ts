import { choiceOf, type OwnProduct, type OwnVariant } from "./own-product"
import type { ProductInput, VariantInput } from "./types"

type StoredPrice = {
  amount: number
  currency_code: string
  min_quantity: number | null
  max_quantity: number | null
  rules_count: number | null
  price_list_id: string | null
}

type Measures = Pick<VariantInput, "weight" | "length" | "height" | "width" | "hs_code" | "origin_country">

export type CopiedVariant = Measures & { allow_backorder?: boolean; prices?: StoredPrice[] | null }

export type CopiedProduct = Omit<OwnProduct, "categories" | "variants" | "hs_code"> &
  Measures & {
    categories: { id: string; is_active: boolean; is_internal: boolean }[]
    variants: (OwnVariant & CopiedVariant)[]
  }

const MOST_LETTERS = 200
const SUFFIX = " (copy)"

/**
 * The draft that a shop would have typed in to get the same product once more. Codes are unique, so the copy has none; its
 * handle is made of its title; what staff have done to the product (prices of lists, inactive categories) is not copied.
 */
export function copyOf(product: CopiedProduct, currencies: readonly string[]): ProductInput {
  const images = product.images.toSorted((a, b) => a.rank - b.rank).map(({ url }) => url)

  return {
    title: `${product.title.slice(0, MOST_LETTERS - SUFFIX.length)}${SUFFIX}`,
    subtitle: product.subtitle,
    description: product.description,
    status: "draft",
    images,
    thumbnail: product.thumbnail && images.includes(product.thumbnail) ? product.thumbnail : undefined,
    category_ids: product.categories.flatMap(({ id, is_active, is_internal }) =>
      is_active && !is_internal ? id : []
    ),
    tag_ids: product.tags.map(({ id }) => id),
    ...measuresOf(product),
    material: product.material,
    options: product.options.map(({ title, values }) => ({
      title,
      values: values.map(({ value }) => value),
    })),
    variants: product.variants.map((variant) => ({
      title: variant.title,
      manage_inventory: variant.manage_inventory,
      allow_backorder: variant.allow_backorder,
      material: variant.material,
      ...measuresOf(variant),
      options: choiceOf(product as unknown as OwnProduct, variant),
      prices: (variant.prices ?? [])
        .filter((price) => isOwn(price) && currencies.includes(price.currency_code))
        .map(({ amount, currency_code }) => ({ amount: String(amount), currency_code })),
    })),
  }
}

const measuresOf = ({ weight, length, height, width, hs_code, origin_country }: Measures): Measures => ({
  weight,
  length,
  height,
  width,
  hs_code,
  origin_country,
})

/** What holds for everybody and any quantity: the only prices that a shop sets. */
const isOwn = ({ price_list_id, rules_count, min_quantity, max_quantity }: StoredPrice): boolean =>
  !price_list_id && !rules_count && min_quantity === null && max_quantity === null
