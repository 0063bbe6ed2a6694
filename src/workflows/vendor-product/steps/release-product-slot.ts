import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"

/** Gives the place back once the product exists and counts by itself. Nothing to undo: a place expires anyway. */
export const releaseProductSlotStep = createStep(
  "release-product-slot",
  async ({ product_id }: { product_id: string }, { container }) => {
    await container.resolve<VendorModuleService>(VENDOR_MODULE).releaseProductSlot(product_id)

    return new StepResponse(null)
  }
)
