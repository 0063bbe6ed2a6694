import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notFound } from "../../../lib/errors"

type ProductView = { vendor?: { id: string } | null }

/** Whose product it is that staff decide on; one of no shop is not found. Reads only. */
export const planProductDecisionStep = createStep(
  "plan-product-decision",
  async ({ product_id }: { product_id: string }, { container }) => {
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "product",
      fields: ["id", "vendor.id"],
      filters: { id: product_id },
    })
    const vendor = (data[0] as unknown as ProductView | undefined)?.vendor
    if (!vendor) {
      throw notFound(ErrorCode.PRODUCT_NOT_FOUND, `Product ${product_id} was not found.`)
    }

    return new StepResponse({ vendor_id: vendor.id })
  }
)
