import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { DisputeCase } from "../../modules/dispute/types"
import { correctReleases } from "../payout/release-money"
import { orderLockKey } from "../vendor-order/order-lock"
import { freezeOrder, type OrderFreeze } from "./freeze-order"
import { orderOfPayment } from "./order-of-payment"

/**
 * Works out anew what a chargeback freezes of its order, and saves it, under the lock under which refunds of the order are asked for
 * too. Null where the payment is not ours.
 */
export async function freezeAnew<Saved>(
  container: MedusaContainer,
  { dispute, ...wish }: { dispute: DisputeCase; line_ids: string[]; amount_minor: bigint },
  save: (frozen: OrderFreeze) => Promise<Saved>
): Promise<Saved | null> {
  const { order_id } = dispute
  const paid = dispute.reference ? await orderOfPayment(container, dispute.reference) : null
  if (!paid) {
    return null
  }
  const { vendor_order_id, paid_minor } = paid
  const saved = await container.resolve(Modules.LOCKING).execute(
    orderLockKey(order_id),
    async () =>
      save(
        await freezeOrder(container, {
          ...wish,
          order_id,
          vendor_order_id,
          paid_minor,
          except_dispute_id: dispute.id,
        })
      ),
    { timeout: 20 }
  )
  await correctReleases(container, { order_id })

  return saved
}
