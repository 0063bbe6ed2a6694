import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { DISPUTE_MODULE } from "../../modules/dispute"
import type DisputeModuleService from "../../modules/dispute/service"
import { refundKeyOf } from "./refund-key"

type Refund = {
  order_id: string
  /** Null for a refund that falls on all parts of the order. */
  vendor_order_id: string | null
  /** Under which it is asked for, if it is under one. */
  idempotency_key?: string
}

/**
 * No money of a share goes back while a case about it is open: the buyer would have it twice. Only the refund passes that a case
 * has led to.
 *
 * @throws not allowed
 */
export async function assertNoCase(container: MedusaContainer, refund: Refund): Promise<void> {
  const disputes = container.resolve<DisputeModuleService>(DISPUTE_MODULE)
  const cases = await disputes.openCasesOfOrder(refund.order_id)
  const shares = await disputes.sharesOf(cases.map(({ id }) => id))
  const blocking = cases.filter(
    ({ id, state }) => !(state === "refunding" && refund.idempotency_key === refundKeyOf(id))
  )
  const isHeld = (id: string) =>
    refund.vendor_order_id === null ||
    shares.some((share) => share.dispute_id === id && share.vendor_order_id === refund.vendor_order_id)
  const found = blocking.find(({ id }) => isHeld(id))
  if (found) {
    throw notAllowed(
      ErrorCode.DISPUTE_OPEN,
      `Case ${found.id} about this money is open: nothing of it is given back until it is decided.`
    )
  }
}
