import type { MedusaContainer } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { postPaymentMovementsWorkflow } from "../payment/workflows/post-payment-movements"
import { isCanceled, leftOfPayment, type OrderState, paymentsIn, readOrderState } from "./read-order-state"

/**
 * Gives all that is left of an order's payments back, each by a refund of its own, before core cancels the order. Core would
 * only log what a provider says against it, note the refund as made all the same, and tell nobody of one that was made. To be
 * run with the order's lock; run again, it gives back what is still left.
 *
 * @throws what the provider throws: the order is then as it was
 */
export async function giveBackBeforeCancel(
  container: MedusaContainer,
  { order_id, actor }: { order_id: string; actor: string }
): Promise<void> {
  const order = await readOrderState(container, order_id)
  if (!mayCancel(order)) {
    return
  }
  for (const payment of paymentsIn(order)) {
    const amount = leftOfPayment(payment)
    if (MathBN.gt(amount, 0)) {
      await refundPaymentWorkflow(container).run({
        input: { payment_id: payment.id, amount, created_by: actor },
      })
      // Nothing of it may be left to a subscriber: of a part that was prepaid the money moves here.
      await postPaymentMovementsWorkflow(container).run({ input: { payment_id: payment.id } })
    }
  }
}

/** What core refuses to cancel keeps its money; it says why itself. */
const mayCancel = (order: OrderState): boolean =>
  !isCanceled(order) &&
  order.status !== "completed" &&
  order.fulfillments.every(({ canceled_at }) => canceled_at)
