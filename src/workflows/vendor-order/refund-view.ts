import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { toMajorUnits } from "../../lib/money"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { RefundRequest } from "../../modules/vendor-order/after-sale-types"
import type { RefundReason } from "../../modules/vendor-order/domain/refund-request"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { VendorOrderRef } from "./load-vendor-order"
import { REQUEST_STATUS } from "./vendor-order-view"
import { refundVendorOrderWorkflow } from "./workflows/refund-vendor-order"

/** A refund as shops and staff see it. */
function refundView(request: RefundRequest, currencyCode: string) {
  const amount = (minor: bigint) => toMajorUnits(minor, currencyCode)

  return {
    id: request.id,
    order_id: request.vendor_order_id,
    status: REQUEST_STATUS[request.stage],
    currency_code: currencyCode,
    amount: amount(request.amount_minor),
    /** What of it the buyer does not get, because the gateway has kept it. */
    withheld_amount: amount(request.withheld_minor),
    reason: request.reason_code,
    fee_borne_by: request.fault,
    note: request.note,
    lines: request.lines.map(({ line_id, quantity, amount_minor }) => ({
      line_id,
      quantity,
      amount: amount(amount_minor),
    })),
    created_at: request.created_at,
  }
}

export type RefundPartInput = VendorOrderRef & {
  items: { line_id: string; quantity: number }[]
  shipping: boolean
  amount?: string
  reason: RefundReason
  note?: string
  idempotency_key: string
}

/** Gives a part of a shop's order back, and answers the refund as it is then: `pending` when the gateway did not answer. */
export async function refundPart(
  container: MedusaContainer,
  { shipping, amount, reason, note, ...input }: RefundPartInput
) {
  const { result } = await refundVendorOrderWorkflow(container).run({
    input: {
      ...input,
      is_shipping: shipping,
      amount: amount ?? null,
      reason_code: reason,
      note: note ?? null,
    },
  })

  return retrieveRefund(container, result)
}

/** One refund of a part of an order. @throws not found */
async function retrieveRefund(
  container: MedusaContainer,
  { id, order_id }: { id: string; order_id: string }
) {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const request = (await service.refundRequestsOf(order_id)).find((row) => row.id === id)
  if (!request) {
    throw notFound(ErrorCode.VENDOR_ORDER_NOT_FOUND, `Refund ${id} was not found.`)
  }
  const { currency_code } = await service.findOfVendor(request.vendor_id, request.vendor_order_id)

  return refundView(request, currency_code)
}
