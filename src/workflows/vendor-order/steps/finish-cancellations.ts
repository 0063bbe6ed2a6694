import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { cancelVendorOrderWorkflow } from "../workflows/cancel-vendor-order"

export type FinishCancellationsInput = {
  limit: number
  /** Leaves alone what is younger: its own request most likely still works on it. */
  min_age_seconds: number
  /** What was tried and failed is tried again after so long. */
  retry_seconds: number
}

/** Finishes cancellations that a crash or an unreachable gateway left. One that fails does not stop the others. */
export const finishCancellationsStep = createStep(
  "finish-vendor-cancellations",
  async ({ limit, min_age_seconds, retry_seconds }: FinishCancellationsInput, { container }) => {
    const now = Date.now()
    const due = await container
      .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      .listUnfinishedCancellations({
        before: new Date(now - min_age_seconds * 1000),
        retry_before: new Date(now - retry_seconds * 1000),
        limit,
      })
    for (const { vendor_id, vendor_order_id, actor, reason } of due) {
      try {
        await cancelVendorOrderWorkflow(container).run({
          input: { vendor_id, vendor_order_id, actor, reason },
        })
      } catch (error) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .warn(`The cancellation of vendor order ${vendor_order_id} will be tried again: ${error}`)
      }
    }

    return new StepResponse({ found: due.length })
  }
)
