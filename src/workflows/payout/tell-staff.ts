import type { MedusaContainer } from "@medusajs/framework/types"
import { sayAmount } from "../../lib/money"
import type { Settled } from "../../modules/payout/types"
import { notifyStaff } from "../notify-staff"

const TITLES: Record<string, string> = {
  failed: "A payout failed",
  returned: "A payout came back",
  needs_otp: "A payout waits for a code",
}

/** Shows staff what needs a person; once each. */
export async function tellStaff(container: MedusaContainer, { payout, from, contradiction }: Settled) {
  const title = contradiction
    ? "A payout and its rail do not agree"
    : payout.state === from
      ? undefined
      : TITLES[payout.state]
  if (title) {
    const amount = sayAmount(payout.amount_minor, payout.currency_code)
    await notifyStaff(container, {
      key: `payout:${payout.id}:${contradiction ? "contradiction" : payout.state}`,
      title,
      description: `Payout ${payout.id} of ${amount} to vendor ${payout.vendor_id} is ${payout.state}${contradiction ? `: ${contradiction}` : ""}.`,
    })
  }
}
