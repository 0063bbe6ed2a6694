import { ErrorCode, invalidData } from "../../lib/errors"
import { type Price, type PriceInput, readPrices } from "../../modules/vendor/domain/product-price"
import type { ProductContent, VariantInput } from "./types"

const VARIANT_FIELDS = [
  "title",
  "sku",
  "barcode",
  "ean",
  "upc",
  "manage_inventory",
  "allow_backorder",
  "options",
  "weight",
  "length",
  "height",
  "width",
  "material",
  "hs_code",
  "origin_country",
] as const satisfies (keyof VariantInput)[]

const PRODUCT_FIELDS = [
  "title",
  "subtitle",
  "description",
  "handle",
  "weight",
  "length",
  "height",
  "width",
  "material",
  "hs_code",
  "origin_country",
] as const satisfies (keyof ProductContent)[]

/** The named fields that are there. Core is given nothing but these, whatever else an input carries. */
function pick<Input extends object, Key extends keyof Input>(input: Input, keys: readonly Key[]) {
  const entries = keys.filter((key) => input[key] !== undefined).map((key) => [key, input[key]])

  return Object.fromEntries(entries) as Partial<Pick<Input, Key>>
}

export const coreVariant = <Input extends Partial<VariantInput>>(input: Input) =>
  pick<Partial<VariantInput>, (typeof VARIANT_FIELDS)[number]>(input, VARIANT_FIELDS)

export const coreProduct = (input: Partial<ProductContent>) => ({
  ...pick<Partial<ProductContent>, (typeof PRODUCT_FIELDS)[number]>(input, PRODUCT_FIELDS),
  ...(input.category_ids ? { categories: input.category_ids.map((id) => ({ id })) } : {}),
  ...(input.tag_ids ? { tags: input.tag_ids.map((id) => ({ id })) } : {}),
})

/** Prices of a shop in the store's currencies; anything else is refused. */
export function pricesOf(prices: PriceInput[], currencies: string[]): Price[] {
  const read = readPrices(prices, currencies)
  if (!read.is_valid) {
    throw invalidData(ErrorCode.PRODUCT_PRICE_INVALID, read.message)
  }

  return read.prices
}

/** The thumbnail is one of the images; the first one when none is named. */
export function thumbnailOf(images: string[], thumbnail: string | null | undefined): string | null {
  if (thumbnail && !images.includes(thumbnail)) {
    throw invalidData(
      ErrorCode.PRODUCT_THUMBNAIL_INVALID,
      "The thumbnail has to be one of the product's images."
    )
  }

  return thumbnail === undefined ? (images[0] ?? null) : thumbnail
}
