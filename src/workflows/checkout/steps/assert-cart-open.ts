import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"

export type AssertCartOpenInput = { cart_id: string | null }

/** Refuses once the cart has become an order; to be asked under the cart's lock. */
export const assertCartOpenStep = createStep(
  "assert-cart-open",
  async ({ cart_id }: AssertCartOpenInput, { container }) => {
    if (!cart_id) {
      return new StepResponse(null)
    }
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "cart",
      fields: ["completed_at"],
      filters: { id: cart_id },
    })
    if (data[0]?.completed_at) {
      throw notAllowed(
        ErrorCode.CART_COMPLETED,
        "The cart has become an order already; it cannot be paid again."
      )
    }

    return new StepResponse(null)
  }
)
