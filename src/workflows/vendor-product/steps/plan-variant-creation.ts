import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { assertCodesFree } from "../check-references"
import { coreVariant, pricesOf } from "../core-input"
import { assertChoice, retrieveOwnProduct } from "../own-product"
import { statusAfter } from "../product-status"
import { readStore } from "../read-store"
import { readVendor } from "../read-vendor"
import type { OwnProductRef, VariantInput } from "../types"
import { assertStockable } from "../variant-stock"

export type CreateVariantInput = OwnProductRef & { variant: VariantInput }

const MOST_VARIANTS = 100

/** The variant that core is asked to add to a product of this shop. Reads only. */
export const planVariantCreationStep = createStep(
  "plan-vendor-variant-creation",
  async ({ vendor_id, product_id, variant, rules }: CreateVariantInput, { container }) => {
    const product = await retrieveOwnProduct(container, vendor_id, product_id)
    if (product.variants.length >= MOST_VARIANTS) {
      throw notAllowed(
        ErrorCode.PRODUCT_VARIANT_LIMIT_REACHED,
        `A product has at most ${MOST_VARIANTS} variants.`
      )
    }
    const [vendor, store] = await Promise.all([readVendor(container, vendor_id), readStore(container)])
    assertStockable([variant], vendor.stock_location_id)
    assertChoice(product, variant.options ?? {})
    await assertCodesFree(container, [variant])
    const to = await statusAfter(container, product, { has_content_changed: true }, rules)

    return new StepResponse({
      move: { id: product.id, vendor_id, from: product.status, to },
      location_id: vendor.stock_location_id,
      stocked_quantity: variant.stocked_quantity ?? 0,
      variant: {
        ...coreVariant(variant),
        title: variant.title,
        product_id: product.id,
        prices: pricesOf(variant.prices ?? [], store.currencies),
      },
    })
  }
)
