import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { retrieveOwnProduct, variantOf } from "../own-product"
import type { OwnProductRef } from "../types"
import { assertNotReserved, soleItemsOf } from "../variant-stock"

export type DeleteVariantInput = Omit<OwnProductRef, "rules"> & { variant_id: string }

/** A variant of this shop that no open order waits for. Reads only. */
export const planVariantRemovalStep = createStep(
  "plan-vendor-variant-removal",
  async ({ vendor_id, product_id, variant_id }: DeleteVariantInput, { container }) => {
    const variant = variantOf(await retrieveOwnProduct(container, vendor_id, product_id), variant_id)
    await assertNotReserved(container, await soleItemsOf(container, [variant.id]))

    return new StepResponse({ id: variant.id })
  }
)
