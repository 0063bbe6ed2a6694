import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { retrieveOwnProduct } from "../own-product"
import { statusAfter } from "../product-status"
import type { OwnProductRef } from "../types"

/** Where a product of this shop goes when it is submitted: to staff, or straight to the buyers. Reads only. */
export const planSubmissionStep = createStep(
  "plan-vendor-product-submission",
  async ({ vendor_id, product_id, rules }: OwnProductRef, { container }) => {
    const product = await retrieveOwnProduct(container, vendor_id, product_id)
    if (product.status === "published" || product.status === "proposed") {
      throw notAllowed(
        ErrorCode.PRODUCT_TRANSITION_REFUSED,
        `A product that is ${product.status} cannot be submitted.`
      )
    }
    const to = await statusAfter(container, product, { asked: "proposed", has_content_changed: false }, rules)

    return new StepResponse({ id: product.id, vendor_id, from: product.status, to })
  }
)
