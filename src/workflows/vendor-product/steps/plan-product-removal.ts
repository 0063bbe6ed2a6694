import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { retrieveOwnProduct } from "../own-product"
import type { OwnProductRef } from "../types"
import { assertNotReserved, soleItemsOf } from "../variant-stock"

/** A product of this shop that no open order waits for. Reads only. */
export const planProductRemovalStep = createStep(
  "plan-vendor-product-removal",
  async ({ vendor_id, product_id }: Omit<OwnProductRef, "rules">, { container }) => {
    const product = await retrieveOwnProduct(container, vendor_id, product_id)
    const items = await soleItemsOf(
      container,
      product.variants.map(({ id }) => id)
    )
    await assertNotReserved(container, items)

    return new StepResponse({ id: product.id })
  }
)
