import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { loadVendorOrder, type VendorOrderRef } from "../load-vendor-order"
import { assertServable } from "../read-order-state"

/** The shop takes an order on; once more changes nothing. The last step that writes: nothing comes after that could fail. */
export const confirmVendorOrderStep = createStep(
  "confirm-vendor-order",
  async ({ vendor_id, vendor_order_id, actor }: VendorOrderRef, { container }) => {
    const { service, vendor_order, order } = await loadVendorOrder(container, { vendor_id, vendor_order_id })
    if (vendor_order.status !== "confirmed") {
      assertServable(order, vendor_order)
      await service.moveVendorOrder({ id: vendor_order.id, vendor_id, to: "confirmed", actor })
    }

    return new StepResponse(null)
  }
)
