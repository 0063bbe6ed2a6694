import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { sumMinor } from "../../lib/money"
import { DISPUTE_MODULE } from "../../modules/dispute"
import type DisputeModuleService from "../../modules/dispute/service"
import type { DisputeCase } from "../../modules/dispute/types"
import { refundKeyOf } from "./refund-key"

type Refund = {
  order_id: string
  /** Null for a refund that falls on all parts of the order. */
  vendor_order_id: string | null
  /** Under which it is asked for, if it is under one. */
  idempotency_key?: string
}

/**
 * No money of a share goes back while a case about it is open: the buyer would have it twice. A chargeback that does not hold all
 * that it claims may be about any of the order's money, also about what was on its way back before it. Only the refund passes
 * that a case has led to.
 *
 * @throws not allowed
 */
export async function assertNoCase(container: MedusaContainer, refund: Refund): Promise<void> {
  const disputes = container.resolve<DisputeModuleService>(DISPUTE_MODULE)
  const cases = await disputes.openCasesOfOrder(refund.order_id)
  const shares = await disputes.sharesOf(cases.map(({ id }) => id))
  const blocking = cases.filter(
    (dispute) => !(dispute.state === "refunding" && refund.idempotency_key === refundKeyOf(dispute))
  )
  const isAboutIt = ({ id, kind, claimed_minor }: DisputeCase) => {
    const own = shares.filter((share) => share.dispute_id === id)
    const isCovered = sumMinor(own.map(({ amount_minor }) => amount_minor)) >= claimed_minor

    return (
      refund.vendor_order_id === null ||
      (kind === "chargeback" && !isCovered) ||
      own.some((share) => share.vendor_order_id === refund.vendor_order_id)
    )
  }
  const found = blocking.find(isAboutIt)
  if (found) {
    throw notAllowed(
      ErrorCode.DISPUTE_OPEN,
      `Case ${found.id} about this money is open: nothing of it is given back until it is decided.`
    )
  }
}
