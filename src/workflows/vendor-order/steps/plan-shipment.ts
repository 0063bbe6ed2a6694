import { MathBN, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, notAllowed } from "../../../lib/errors"
import { loadVendorOrder, type VendorOrderRef } from "../load-vendor-order"
import { ownFulfilment } from "../own-fulfilment"
import { assertServable } from "../read-order-state"
import { carriersOf, type Tracking, toLabels } from "../tracking"

export type PlanShipmentInput = VendorOrderRef & { fulfilment_id: string; tracking: Tracking[] }

/**
 * What core is to mark as sent. A fulfilment that is sent already is left as it is. The carriers, for which core has no
 * place, are noted here and taken back if the shipment fails.
 */
export const planShipmentStep = createStep(
  "plan-vendor-shipment",
  async (input: PlanShipmentInput, { container }) => {
    const { vendor_order, lines, order } = await loadVendorOrder(container, input)
    const fulfilment = ownFulfilment(order, lines, input.fulfilment_id)
    assertServable(order, vendor_order)
    if (fulfilment.canceled_at) {
      throw notAllowed(ErrorCode.VENDOR_ORDER_TRANSITION_REFUSED, "This fulfilment is canceled.")
    }
    const isNeeded = !fulfilment.shipped_at
    if (isNeeded && input.tracking.length) {
      await container
        .resolve(Modules.FULFILLMENT)
        .updateFulfillment(fulfilment.id, { metadata: carriersOf(input.tracking, fulfilment.metadata) })
    }

    return new StepResponse(
      {
        is_needed: isNeeded,
        shipment: {
          order_id: vendor_order.order_id,
          fulfillment_id: fulfilment.id,
          items: fulfilment.items.map(({ line_item_id, quantity }) => ({
            id: line_item_id,
            quantity: MathBN.convert(quantity).toNumber(),
          })),
          // Core replaces the labels by these: one that is to stay is named by its id.
          labels: [...fulfilment.labels.map(({ id }) => ({ id })), ...toLabels(input.tracking)] as ReturnType<
            typeof toLabels
          >,
          created_by: input.actor,
        },
      },
      isNeeded ? { id: fulfilment.id, metadata: fulfilment.metadata } : undefined
    )
  },
  async (before, { container }) => {
    if (before) {
      await container
        .resolve(Modules.FULFILLMENT)
        .updateFulfillment(before.id, { metadata: before.metadata ?? {} })
    }
  }
)
