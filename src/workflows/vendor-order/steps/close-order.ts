import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { isCanceled, readOrderState } from "../read-order-state"

/** Once every part of an order is canceled and refunded, the order is: there is nothing left in it to undo this for. */
export const closeOrderStep = createStep(
  "close-canceled-order",
  async ({ order_id }: { order_id: string }, { container }) => {
    const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    const parts = await service.listVendorOrders({ order_id }, { select: ["id", "status"] })
    const cancellations = await service.cancellationsOf(order_id)
    const isOver =
      parts.every(({ status }) => status === "canceled") &&
      cancellations.every(({ stage }) => stage === "refunded") &&
      !isCanceled(await readOrderState(container, order_id))
    if (isOver) {
      await container.resolve(Modules.ORDER).cancel(order_id)
    }

    return new StepResponse({ is_closed: isOver, id: order_id })
  }
)
