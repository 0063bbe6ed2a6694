import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode } from "../../../lib/errors"
import { VENDOR_ORDER_MODULE } from "../../../modules/vendor-order"
import type { RefundRequest } from "../../../modules/vendor-order/after-sale-types"
import { refundNote } from "../../../modules/vendor-order/domain/refund-request"
import type VendorOrderModuleService from "../../../modules/vendor-order/service"
import { notifyStaff } from "../../notify-staff"
import { refundOnce } from "../refund-once"
import type { RefundRequestRef } from "./open-refund-request"

/**
 * Gives the money back that a request names. A gateway that does not answer does not make it fail: the job that finishes
 * what was left asks again. What is refused for good is left to staff.
 */
export const makeRefundRequestStep = createStep(
  "make-refund-request",
  async ({ id, order_id }: RefundRequestRef, { container }) => {
    const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    const request = (await service.refundRequestsOf(order_id)).find((row) => row.id === id)
    if (request?.stage === "opened") {
      await make(container, service, request)
    }

    return new StepResponse({ id, order_id })
  }
)

async function make(container: MedusaContainer, service: VendorOrderModuleService, request: RefundRequest) {
  const { id, order_id, vendor_order_id, actor } = request
  const amount_minor = request.amount_minor - request.withheld_minor
  try {
    await refundOnce(
      container,
      { order_id, vendor_order_id, request_id: id, amount_minor, actor, note: refundNote(id) },
      { keep: (refund_key) => service.advanceRefundRequest(id, { refund_key }) }
    )
    await service.advanceRefundRequest(id, { stage: "made" })
  } catch (error) {
    const isRefused = MedusaError.isMedusaError(error) && FINAL.includes(error.code ?? "")
    await service.advanceRefundRequest(id, {
      last_error: messageOf(error),
      ...(isRefused ? { stage: "refused" as const } : {}),
    })
    await report(container, request, { error, isRefused })
  }
}

const FINAL: string[] = [ErrorCode.PAYMENT_REFUND_REFUSED]

const messageOf = (error: unknown): string =>
  error instanceof Error || MedusaError.isMedusaError(error) ? error.message : String(error)

async function report(
  container: MedusaContainer,
  { id, vendor_order_id }: RefundRequest,
  { error, isRefused }: { error: unknown; isRefused: boolean }
): Promise<void> {
  const outlook = isRefused ? "is left to staff" : "will be tried again"
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`Refund ${id} of vendor order ${vendor_order_id} ${outlook}: ${messageOf(error)}`)
  if (isRefused) {
    await notifyStaff(container, {
      key: `refund-request:${id}:refused`,
      title: "A refund was refused",
      description: `Refund ${id} of vendor order ${vendor_order_id} was not made and is not tried again. ${messageOf(error)}`,
    })
  }
}
