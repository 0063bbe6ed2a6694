import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { DISPUTE_MODULE } from "../../modules/dispute"
import type DisputeModuleService from "../../modules/dispute/service"

type Refund = {
  order_id: string
  amount_minor: bigint
  /** What the order's payments have not given back yet, as Medusa knows it. */
  refundable_minor: bigint
}

/**
 * Medusa does not know what a bank has taken back of a payment, and would give it to the buyer once more.
 *
 * @throws not allowed for more than both have left
 */
export async function assertNotTaken(container: MedusaContainer, refund: Refund): Promise<void> {
  const disputes = container.resolve<DisputeModuleService>(DISPUTE_MODULE)
  const taken = await disputes.takenOfOrder(refund.order_id)
  if (taken > 0n && refund.amount_minor > refund.refundable_minor - taken) {
    throw notAllowed(
      ErrorCode.PAYMENT_REFUND_REFUSED,
      "A bank has taken back money of this order: so much is not left. Refund what is left of its vendor orders."
    )
  }
}
