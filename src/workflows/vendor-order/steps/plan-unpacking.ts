import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { loadVendorOrder } from "../load-vendor-order"
import { ownFulfilment } from "../own-fulfilment"
import type { FulfilmentRef } from "./plan-delivery"

/** What core is to unpack: a fulfilment that has not left the shop. One that is canceled already is left as it is. */
export const planUnpackingStep = createStep(
  "plan-vendor-unpacking",
  async (input: FulfilmentRef, { container }) => {
    const { vendor_order, lines, order } = await loadVendorOrder(container, input)
    const fulfilment = ownFulfilment(order, lines, input.fulfilment_id)
    if (fulfilment.shipped_at || fulfilment.delivered_at) {
      throw notAllowed(
        ErrorCode.VENDOR_ORDER_TRANSITION_REFUSED,
        "This fulfilment has left the shop and cannot be canceled."
      )
    }

    return new StepResponse({
      is_needed: !fulfilment.canceled_at,
      unpacking: {
        order_id: vendor_order.order_id,
        fulfillment_id: fulfilment.id,
        canceled_by: input.actor,
      },
    })
  }
)
