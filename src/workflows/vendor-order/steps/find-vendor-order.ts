import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import type { VendorOrderRef } from "../load-vendor-order"

/** The commercial order behind a shop's order; what is to be locked before anything is decided. */
export const findVendorOrderStep = createStep(
  "find-vendor-order",
  async ({ vendor_id, vendor_order_id }: VendorOrderRef, { container }) => {
    const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    const { order_id } = await service.findOfVendor(vendor_id, vendor_order_id)

    return new StepResponse({ order_id })
  }
)
