import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed, notFound } from "../../../lib/errors"
import {
  type DecisionKind,
  decidableFrom,
  type ProductState,
  statusOfDecision,
} from "../../../modules/vendor/domain/product-status"

export type DecideProductInput = {
  product_id: string
  decision: DecisionKind
  reason: string | null
  /** The user of the staff. */
  actor: string
}

type ProductView = { id: string; status: ProductState; vendor?: { id: string } | null }

/** Whether staff may decide so on this product, and where it goes. Reads only. */
export const planProductDecisionStep = createStep(
  "plan-product-decision",
  async ({ product_id, decision }: DecideProductInput, { container }) => {
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "product",
      fields: ["id", "status", "vendor.id"],
      filters: { id: product_id },
    })
    const product = data[0] as unknown as ProductView | undefined
    if (!product?.vendor) {
      throw notFound(ErrorCode.PRODUCT_NOT_FOUND, `Product ${product_id} was not found.`)
    }
    if (!decidableFrom[decision].includes(product.status)) {
      throw notAllowed(
        ErrorCode.PRODUCT_TRANSITION_REFUSED,
        `A product that is ${product.status} cannot be ${decision}.`
      )
    }

    return new StepResponse({
      id: product.id,
      vendor_id: product.vendor.id,
      from: product.status,
      to: statusOfDecision[decision],
    })
  }
)
