import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode } from "../../../lib/errors"
import type { Cancellation } from "../../../modules/vendor-order/types"
import { notifyStaff } from "../../notify-staff"
import { loadVendorOrder } from "../load-vendor-order"
import { postFreeCancellation } from "../post-free-cancellation"
import { refundCancellation } from "../refund-cancellation"
import type { CancellationRef } from "./open-cancellation"

/**
 * Gives the buyer what was paid for the goods that have left the order. A gateway that does not answer does not make the
 * cancellation fail: the job that finishes cancellations asks again. What is refused for good is left to staff, and is
 * never tried again: they may have given the money back already.
 */
export const refundCancellationStep = createStep(
  "refund-vendor-cancellation",
  async (ref: CancellationRef, { container }) => {
    const { service } = await loadVendorOrder(container, ref)
    const all = await service.cancellationsOf(ref.order_id)
    const cancellation = all.find(({ id }) => id === ref.id)
    if (cancellation?.stage !== "withdrawn") {
      return new StepResponse({ is_refunded: cancellation?.stage === "refunded" })
    }
    try {
      await giveBack(container, cancellation)
      await service.advanceCancellation(ref.id, { stage: "refunded" })
    } catch (error) {
      const last_error = messageOf(error)
      await service.advanceCancellation(ref.id, {
        last_error,
        ...(isRefusal(error) ? { stage: "refused" as const } : {}),
      })
      await report(container, cancellation, error)
      return new StepResponse({ is_refunded: false })
    }

    return new StepResponse({ is_refunded: true })
  }
)

/** The error of a workflow that a step has run is a plain object, of no class. */
const isRefusal = (error: unknown): error is MedusaError =>
  MedusaError.isMedusaError(error) && error.code === ErrorCode.PAYMENT_REFUND_REFUSED

const messageOf = (error: unknown): string =>
  error instanceof Error || MedusaError.isMedusaError(error) ? error.message : String(error)

const giveBack = (container: MedusaContainer, cancellation: Cancellation) =>
  cancellation.amount_minor > 0n
    ? refundCancellation(container, cancellation)
    : postFreeCancellation(container, cancellation)

async function report(container: MedusaContainer, cancellation: Cancellation, error: unknown): Promise<void> {
  const { vendor_order_id } = cancellation
  const outlook = isRefusal(error) ? "is left to staff" : "will be tried again"
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`The refund of canceled vendor order ${vendor_order_id} ${outlook}: ${messageOf(error)}`)
  if (isRefusal(error)) {
    await notifyStaff(container, {
      key: `vendor-cancellation:${vendor_order_id}:refused`,
      title: "A canceled order could not be refunded",
      description: `Vendor order ${vendor_order_id} was canceled by its shop and is not refunded by itself. Unless the buyer has the money already, give back exactly its amount by hand. ${error.message}`,
    })
  }
}
