import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { toMajorUnits } from "../../lib/money"
import type { DisputeCase } from "../../modules/dispute/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { RefundRequest } from "../../modules/vendor-order/after-sale-types"
import type { RefundReason } from "../../modules/vendor-order/domain/refund-request"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { notifyStaff } from "../notify-staff"
import { correctReleases } from "../payout/release-money"
import { passesByItself } from "../vendor-order/passing-refusal"
import { refundVendorOrderWorkflow } from "../vendor-order/workflows/refund-vendor-order"
import { disputeBooks, disputesOf } from "./books"
import { refundKeyOf } from "./refund-key"

const REASONS: Partial<Record<string, RefundReason>> = {
  not_received: "not_received",
  not_as_described: "not_as_described",
  damaged: "damaged",
  wrong_item: "wrong_item",
}

/**
 * Gives a buyer back what a case was decided for, as any refund of a part is given back: once, under a key of the case. What the
 * case holds is given back to the shop only when the books have taken the refund from it, so that nothing of it can be paid out between.
 */
export async function refundCase(container: MedusaContainer, dispute: DisputeCase): Promise<DisputeCase> {
  const [share] = await disputesOf(container).sharesOf([dispute.id])
  const { refund_minor } = dispute
  if (!share || refund_minor === null) {
    throw new RangeError(`Case ${dispute.id} has nothing to give back`)
  }
  const { vendor_id, vendor_order_id } = share
  const why = await refusalOf(() =>
    refundVendorOrderWorkflow(container).run({
      input: {
        vendor_id,
        vendor_order_id,
        actor: dispute.ruled_by ?? "staff",
        items: [],
        is_shipping: false,
        amount: toMajorUnits(refund_minor, dispute.currency_code),
        reason_code: REASONS[dispute.reason] ?? "other",
        note: `Case ${dispute.id}`,
        idempotency_key: refundKeyOf(dispute),
      },
    })
  )

  return why === null
    ? followRefund(container, dispute, vendor_order_id)
    : openAgain(container, dispute, { is: "refused", last_error: why })
}

const REFUSALS: string[] = [MedusaError.Types.NOT_ALLOWED, MedusaError.Types.INVALID_DATA]

/** Why a refund was refused before anything was written of it; null when it was opened. @throws all else */
async function refusalOf(open: () => Promise<unknown>): Promise<string | null> {
  try {
    await open()
    return null
  } catch (error) {
    if (MedusaError.isMedusaError(error) && REFUSALS.includes(error.type) && !passesByItself(error)) {
      return error.message
    }
    throw error
  }
}

async function followRefund(
  container: MedusaContainer,
  dispute: DisputeCase,
  vendorOrderId: string
): Promise<DisputeCase> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const request = (await service.refundRequestsOf(dispute.order_id)).find(
    (row) => row.vendor_order_id === vendorOrderId && row.idempotency_key === refundKeyOf(dispute)
  )
  const end = request && (await endOf(service, request))
  if (!end) {
    return dispute
  }
  if (end === "open") {
    return openAgain(container, dispute, { is: request.stage, last_error: request.last_error })
  }
  const moved = await disputesOf(container).moveCase(
    { id: dispute.id, to: end, actor: "refund", reason: null },
    disputeBooks(container)
  )
  await correctReleases(container, { order_id: dispute.order_id })

  return moved?.dispute ?? dispute
}

/** It still holds its money, and staff decide anew. */
async function openAgain(
  container: MedusaContainer,
  dispute: DisputeCase,
  { is, last_error }: { is: string; last_error: string | null }
): Promise<DisputeCase> {
  const { id, refund_count } = dispute
  const moved = await disputesOf(container).moveCase(
    { id, to: "open", actor: "refund", reason: last_error, changes: { last_error } },
    disputeBooks(container)
  )
  await notifyStaff(container, {
    key: `dispute:${id}:not-refunded:${refund_count}`,
    title: "The refund of a case was not made",
    description: `Case ${id} was decided for the buyer, and its refund is ${is}: ${last_error ?? ""}`,
  })

  return moved?.dispute ?? dispute
}

/** Over once the refund stands in the books, or will not be made. */
async function endOf(
  service: VendorOrderModuleService,
  request: RefundRequest
): Promise<"lost" | "open" | null> {
  if (request.stage === "refused" || request.stage === "failed") {
    return "open"
  }
  if (request.stage === "retrying") {
    return null
  }
  const [booked] = await service.listVendorOrderRefunds({ request_id: request.id }, { take: 1 })

  return booked ? "lost" : null
}
