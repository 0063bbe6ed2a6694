import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { loadVendorOrder, type VendorOrderRef } from "../load-vendor-order"
import { ownFulfilment } from "../own-fulfilment"
import { assertServable } from "../read-order-state"

export type FulfilmentRef = VendorOrderRef & { fulfilment_id: string }

/** What core is to mark as handed over; what has arrived already is left as it is. */
export const planDeliveryStep = createStep(
  "plan-vendor-delivery",
  async (input: FulfilmentRef, { container }) => {
    const { vendor_order, lines, order } = await loadVendorOrder(container, input)
    const fulfilment = ownFulfilment(order, lines, input.fulfilment_id)
    assertServable(order, vendor_order)
    if (fulfilment.canceled_at) {
      throw notAllowed(ErrorCode.VENDOR_ORDER_TRANSITION_REFUSED, "This fulfilment is canceled.")
    }

    return new StepResponse({
      is_needed: !fulfilment.delivered_at,
      delivery: { orderId: vendor_order.order_id, fulfillmentId: fulfilment.id },
    })
  }
)
