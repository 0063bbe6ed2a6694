import type { MedusaContainer } from "@medusajs/framework/types"
import type { GatewayDispute } from "../../lib/gateway-dispute"
import { sayAmount } from "../../lib/money"
import type { DisputeCase } from "../../modules/dispute/types"
import { notifyStaff } from "../notify-staff"
import { disputeBooks, disputesOf } from "./books"
import { freezeAnew } from "./freeze-anew"

/**
 * How much a chargeback has cost is what the gateway says when it is lost. Of less than was claimed the shops lose no more than that;
 * of more nothing was ever held, so that it is left to people.
 */
export async function agreeOnAmount(
  container: MedusaContainer,
  dispute: DisputeCase,
  { amount_minor }: GatewayDispute
): Promise<void> {
  if (amount_minor === dispute.claimed_minor) {
    return
  }
  if (amount_minor > dispute.claimed_minor) {
    const amountOf = (minor: bigint) => sayAmount(minor, dispute.currency_code)
    await notifyStaff(container, {
      key: `dispute:${dispute.id}:amount`,
      title: "A chargeback has cost more than was claimed",
      description: `Case ${dispute.id} was about ${amountOf(dispute.claimed_minor)}, which was booked. The gateway says now that it is ${amountOf(amount_minor)}.`,
    })
    return
  }
  const named = await disputesOf(container).listDisputeItems({ dispute_id: dispute.id })
  const line_ids = named.map(({ vendor_order_line_id }) => vendor_order_line_id)
  await freezeAnew(container, { dispute, line_ids, amount_minor }, ({ shares, items }) =>
    disputesOf(container).lowerClaim(
      { id: dispute.id, claimed_minor: amount_minor, shares, items },
      disputeBooks(container)
    )
  )
}
