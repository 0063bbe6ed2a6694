import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { assertNoCase } from "../dispute/assert-no-case"

export type RefundAtGate = {
  order_id: string
  /** Null for a refund that falls on all parts of the order, as one that staff make of a payment. */
  vendor_order_id: string | null
  /** The request that asks to pass, if one does; or the key under which one is about to be made. */
  request_id?: string
  idempotency_key?: string
}

/**
 * The one gate that every way of giving a buyer's money for a vendor order back passes, right before it is asked for:
 * refunds of a part (by a shop, staff, a return or a clock), cancellations, and what staff do to a payment or an order in
 * Medusa's own routes. What must block refunds, as an open case about the money, is asked here and nowhere else.
 *
 * @throws not allowed when the money must stay where it is
 */
export async function passRefundGate(container: MedusaContainer, refund: RefundAtGate): Promise<void> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const requests = await service.refundRequestsOf(refund.order_id)
  // While the outcome of one is not known, a second could give the same money back, or be taken for the first.
  if (requests.some(({ id, stage }) => stage === "opened" && id !== refund.request_id)) {
    throw notAllowed(
      ErrorCode.REFUND_UNDER_WAY,
      "A refund of this order is on its way, and its outcome not known yet: try again later."
    )
  }
  const { idempotency_key } = requests.find(({ id }) => id === refund.request_id) ?? refund
  await assertNoCase(container, { ...refund, idempotency_key })
}
