import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import type { Cancellation } from "../../../modules/vendor-order/types"
import { followCollectionsWorkflow } from "../../pay-on-delivery/workflows/follow-collections"
import { cancelVendorOrderWorkflow } from "../workflows/cancel-vendor-order"
import { finishRefundRequestWorkflow } from "../workflows/finish-refund-request"
import type { RefundRequestRef } from "./open-refund-request"

export type FinishCancellationsInput = {
  limit: number
  /** Leaves alone what is younger: its own request most likely still works on it. */
  min_age_seconds: number
  /** What was tried and failed is tried again after so long. */
  retry_seconds: number
}

/** Finishes cancellations and refunds that a crash or an unreachable gateway left. One that fails does not stop the others. */
export const finishCancellationsStep = createStep(
  "finish-vendor-cancellations",
  async ({ limit, min_age_seconds, retry_seconds }: FinishCancellationsInput, { container }) => {
    const now = Date.now()
    const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    const due = {
      before: new Date(now - min_age_seconds * 1000),
      retry_before: new Date(now - retry_seconds * 1000),
      limit,
    }
    const [cancellations, refunds, collected] = await Promise.all([
      service.listUnfinishedCancellations(due),
      service.listUnfinishedRefunds(due),
      service.unfollowedOrders(due),
    ])
    const left = [
      ...refunds.map((input) => ({
        what: `Refund ${input.id}`,
        finish: () => finishRefundRequestWorkflow(container).run({ input: refOf(input) }),
      })),
      ...cancellations.map((input) => ({
        what: `The cancellation of vendor order ${input.vendor_order_id}`,
        finish: () => cancelVendorOrderWorkflow(container).run({ input: againOf(input) }),
      })),
      ...collected.map((order_id) => ({
        what: `What was collected of order ${order_id}`,
        finish: () => followCollectionsWorkflow(container).run({ input: { order_id } }),
      })),
    ]
    for (const { what, finish } of left) {
      try {
        await finish()
      } catch (error) {
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .warn(`${what} will be tried again: ${error instanceof Error ? error.message : error}`)
      }
    }

    return new StepResponse({ found: left.length })
  }
)

/** Amounts of the row would not survive the workflow's JSON. */
const refOf = ({ id, order_id, vendor_order_id, vendor_id }: RefundRequestRef): RefundRequestRef => ({
  id,
  order_id,
  vendor_order_id,
  vendor_id,
})

const againOf = ({ vendor_id, vendor_order_id, actor, reason, canceled_by, reason_code }: Cancellation) => ({
  vendor_id,
  vendor_order_id,
  actor,
  reason,
  canceled_by,
  reason_code,
})
