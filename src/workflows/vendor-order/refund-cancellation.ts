import type { MedusaContainer } from "@medusajs/framework/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import { cancellationNote, whyNotGiveBack } from "../../modules/vendor-order/domain/cancellation"
import { isUncollected } from "../../modules/vendor-order/domain/pay-on-delivery"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import type { Cancellation } from "../../modules/vendor-order/types"
import { isChargedBack } from "../dispute/books"
import { isCanceled, type OrderState, refundsIn } from "./read-order-state"
import { refundOnce } from "./refund-once"

/** Gives the buyer what was paid for the goods of a cancellation, once. */
export async function refundCancellation(
  container: MedusaContainer,
  cancellation: Cancellation
): Promise<void> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const { id, order_id, vendor_order_id, amount_minor, actor } = cancellation
  await refundOnce(
    container,
    { order_id, vendor_order_id, amount_minor, actor, note: cancellationNote(vendor_order_id) },
    {
      why_not: (order) => whyNot(container, cancellation, order),
      keep: (refund_key) => service.advanceCancellation(id, { refund_key }),
    }
  )
}

/** Asked right before each refund: staff may have given the money back while the gateway did not answer. */
async function whyNot(
  container: MedusaContainer,
  { id, order_id, vendor_order_id, amount_minor, given_before_minor }: Cancellation,
  order: OrderState
): Promise<string | null> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const parts = await service.listVendorOrders({ order_id }, { select: ["id"] })
  const booked = await service.listVendorOrderRefunds({ vendor_order_id: parts.map((part) => part.id) })
  const cancellations = await service.cancellationsOf(order_id)

  return whyNotGiveBack({
    vendor_order_id,
    amount_minor,
    given_before_minor,
    is_order_canceled: isCanceled(order),
    given: refundsIn(order),
    // Medusa knows nothing of what a bank took, nor of what nobody had paid.
    booked: booked
      .filter((row) => !isChargedBack(row) && !isUncollected(row))
      .map((row) => ({
        vendor_order_id: row.vendor_order_id,
        amount_minor: BigInt(row.amount_minor),
      })),
    open: cancellations.filter((other) => other.id !== id && other.stage === "withdrawn"),
  })
}
