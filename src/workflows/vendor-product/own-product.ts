import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, invalidData, notFound } from "../../lib/errors"
import { scoped } from "../../lib/vendor-scope"
import type { ProductState } from "../../modules/vendor/domain/product-status"
import { type OptionChoice, optionProblem } from "../../modules/vendor/domain/variant-options"

export type OwnOption = {
  id: string
  title: string
  is_exclusive: boolean
  values: { id: string; value: string }[]
}

export type OwnVariant = {
  id: string
  title: string
  sku: string | null
  barcode: string | null
  ean: string | null
  upc: string | null
  material: string | null
  manage_inventory: boolean
  options: { value: string; option_id: string }[]
}

export type OwnProduct = {
  id: string
  status: ProductState
  title: string
  subtitle: string | null
  description: string | null
  handle: string
  material: string | null
  hs_code: string | null
  thumbnail: string | null
  images: { id: string; url: string; rank: number }[]
  categories: { id: string }[]
  tags: { id: string }[]
  options: OwnOption[]
  variants: OwnVariant[]
}

const FIELDS = [
  "id",
  "status",
  "title",
  "subtitle",
  "description",
  "handle",
  "material",
  "hs_code",
  "thumbnail",
  "images.id",
  "images.url",
  "images.rank",
  "categories.id",
  "tags.id",
  "options.id",
  "options.title",
  "options.is_exclusive",
  "options.values.id",
  "options.values.value",
  "variants.id",
  "variants.title",
  "variants.sku",
  "variants.barcode",
  "variants.ean",
  "variants.upc",
  "variants.material",
  "variants.manage_inventory",
  "variants.options.value",
  "variants.options.option_id",
]

/** A product of this shop; one of another shop is not found, like one that does not exist. */
export async function retrieveOwnProduct(
  container: MedusaContainer,
  vendorId: string,
  productId: string
): Promise<OwnProduct> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product",
    fields: FIELDS,
    filters: scoped(vendorId, { id: productId }, "vendor.id"),
  })
  // The fields above are what the type says; the generated types cannot follow a list that is not a literal.
  const [product] = data as unknown as OwnProduct[]
  if (!product) {
    throw notFound(ErrorCode.PRODUCT_NOT_FOUND, `Product ${productId} was not found.`)
  }

  return product
}

export function variantOf(product: OwnProduct, variantId: string): OwnVariant {
  const variant = product.variants.find(({ id }) => id === variantId)
  if (!variant) {
    throw notFound(ErrorCode.PRODUCT_VARIANT_NOT_FOUND, `Variant ${variantId} was not found.`)
  }

  return variant
}

export function optionOf(product: OwnProduct, optionId: string): OwnOption {
  const option = product.options.find(({ id }) => id === optionId)
  if (!option) {
    throw notFound(ErrorCode.PRODUCT_OPTION_NOT_FOUND, `Option ${optionId} was not found.`)
  }

  return option
}

/** What a variant has chosen, by the titles of the options. */
export const choiceOf = (product: OwnProduct, variant: OwnVariant): Record<string, string> =>
  Object.fromEntries(
    variant.options.flatMap(({ option_id, value }) => {
      const option = product.options.find(({ id }) => id === option_id)

      return option ? [[option.title, value]] : []
    })
  )

/** A variant has to choose a value of each option, and no other variant may have chosen alike. */
export function assertChoice(product: OwnProduct, choice: OptionChoice, exceptVariantId?: string): void {
  const options = product.options.map(({ title, values }) => ({
    title,
    values: values.map(({ value }) => value),
  }))
  const others = product.variants.filter(({ id }) => id !== exceptVariantId)
  const isTaken = others.some((variant) => {
    const other = choiceOf(product, variant)

    return options.every(({ title }) => other[title] === choice[title])
  })
  const problem =
    optionProblem(options, [choice]) ?? (isTaken ? "Another variant has chosen the same options." : null)
  if (problem) {
    throw invalidData(ErrorCode.PRODUCT_OPTIONS_INVALID, problem)
  }
}
