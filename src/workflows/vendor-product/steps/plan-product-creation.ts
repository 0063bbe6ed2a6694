import type { MedusaContainer } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData } from "../../../lib/errors"
import { handleOf } from "../../../modules/vendor/domain/handle"
import { optionProblem } from "../../../modules/vendor/domain/variant-options"
import { isVerified } from "../../../modules/vendor/domain/verification"
import { assertTrustedImages } from "../../media/assert-trusted-images"
import { assertCategories, assertCodesFree, assertHandleFree, assertTags } from "../check-references"
import { coreProduct, coreVariant, pricesOf, thumbnailOf } from "../core-input"
import { statusOfNew } from "../product-status"
import { readStore } from "../read-store"
import { readVendor } from "../read-vendor"
import type { OptionInput, ProductInput, ProductRules, VariantInput } from "../types"
import { assertStockable } from "../variant-stock"

export type CreateProductInput = {
  vendor_id: string
  product: ProductInput
  rules: ProductRules
  /** Of a product of the shop that is there already: staff may have put them at another server. */
  known_images?: string[]
}

const ONLY_OPTION = { title: "Default option", values: ["Default option value"] }

/** What core is asked to create, after everything that could be refused was checked. Reads only. */
export const planProductCreationStep = createStep(
  "plan-vendor-product-creation",
  async ({ vendor_id, product, rules, known_images }: CreateProductInput, { container }) => {
    const images = product.images ?? []
    assertTrustedImages(images, known_images)
    const [vendor, store] = await Promise.all([readVendor(container, vendor_id), readStore(container)])
    const status = statusOfNew(product.status, rules)
    const options = product.options?.length ? product.options : [ONLY_OPTION]
    const variants = withChoices(product.variants ?? [], product.options)
    checkVariants(options, variants, vendor.stock_location_id)
    await checkReferences(container, product, variants)

    // The id is made here so that the place under the shop's limit and the product can be known as one.
    const id = generateEntityId(undefined, "prod")

    return new StepResponse({
      id,
      limit: isVerified(vendor) ? null : rules.unverified_limit,
      status,
      location_id: vendor.stock_location_id,
      stocked_quantities: variants.map((variant) => variant.stocked_quantity ?? 0),
      product: {
        ...coreProduct(product),
        id,
        title: product.title,
        status,
        handle: product.handle ?? `${handleOf(product.title) || "product"}-${id.slice(-8).toLowerCase()}`,
        images: images.map((url) => ({ url })),
        thumbnail: thumbnailOf(images, product.thumbnail) ?? undefined,
        options,
        sales_channels: store.sales_channel_id ? [{ id: store.sales_channel_id }] : [],
        variants: variants.map((variant) => ({
          ...coreVariant(variant),
          title: variant.title,
          prices: pricesOf(variant.prices ?? [], store.currencies),
        })),
      },
    })
  }
)

/** A product without options of its own has the one that Medusa's dashboard would give it. */
function withChoices(variants: VariantInput[], options: OptionInput[] | undefined): VariantInput[] {
  return options?.length
    ? variants
    : variants.map((variant) => ({
        ...variant,
        options: variant.options ?? { [ONLY_OPTION.title]: ONLY_OPTION.values[0] ?? "" },
      }))
}

function checkVariants(options: OptionInput[], variants: VariantInput[], locationId: string | null): void {
  const problem = optionProblem(
    options,
    variants.map((variant) => variant.options ?? {})
  )
  if (problem) {
    throw invalidData(ErrorCode.PRODUCT_OPTIONS_INVALID, problem)
  }
  assertStockable(variants, locationId)
}

async function checkReferences(
  container: MedusaContainer,
  product: ProductInput,
  variants: VariantInput[]
): Promise<void> {
  await assertCategories(container, product.category_ids)
  await assertTags(container, product.tag_ids)
  await assertCodesFree(container, variants)
  if (product.handle) {
    await assertHandleFree(container, product.handle)
  }
}
