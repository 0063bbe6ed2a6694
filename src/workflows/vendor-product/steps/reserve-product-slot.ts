import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"

export type ReserveProductSlotInput = { vendor_id: string; product_id: string; limit: number | null }

/** Takes a place under the limit of a shop that is not verified; a limit of null is none. */
export const reserveProductSlotStep = createStep(
  "reserve-product-slot",
  async ({ vendor_id, product_id, limit }: ReserveProductSlotInput, { container }) => {
    if (limit === null) {
      return new StepResponse(null, null)
    }
    const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
    if (!(await vendors.reserveProductSlot({ vendor_id, product_id, limit }))) {
      throw notAllowed(
        ErrorCode.PRODUCT_LIMIT_REACHED,
        `A shop that is not verified yet can have ${limit} products.`
      )
    }

    return new StepResponse(null, product_id)
  },
  async (productId, { container }) => {
    if (productId) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).releaseProductSlot(productId)
    }
  }
)
