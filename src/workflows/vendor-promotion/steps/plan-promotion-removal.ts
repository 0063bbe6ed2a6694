import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { retrieveEditablePromotion } from "../own-promotions"
import type { OwnPromotionRef } from "../types"

/** A promotion that an order names stays for the books. Reads only. */
export const planPromotionRemovalStep = createStep(
  "plan-vendor-promotion-removal",
  async (ref: OwnPromotionRef, { container }) => {
    const { id, order_count } = await retrieveEditablePromotion(container, ref)
    if (order_count) {
      throw notAllowed(
        ErrorCode.PROMOTION_USED,
        "This promotion is part of orders and cannot be deleted. Stop it instead."
      )
    }

    return new StepResponse({ ids: [id] })
  }
)
