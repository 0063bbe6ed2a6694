import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundAttempt } from "../../lib/gateway"
import { toMajorUnits } from "../../lib/money"
import { notifyStaff } from "../notify-staff"

/** Tells staff, once for each, of refunds that the gateway leaves to a person: the buyer waits until somebody acts. */
export async function tellOfStuckRefunds(
  container: MedusaContainer,
  refunds: RefundAttempt[]
): Promise<void> {
  for (const refund of refunds.filter(({ state }) => state === "needs_attention")) {
    const amount = `${toMajorUnits(refund.amount_minor, refund.currency_code)} ${refund.currency_code.toUpperCase()}`
    await notifyStaff(container, {
      key: `refund-needs-person:${refund.key}`,
      title: "A refund waits for a person",
      description: `${amount} of payment ${refund.reference} have to be sent back by hand (${refund.gateway}).`,
    })
  }
}
