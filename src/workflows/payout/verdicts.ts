import type { MedusaContainer } from "@medusajs/framework/types"
import { isPayable } from "../../modules/payout/domain/decide"
import type { PayoutRecord } from "../../modules/payout/types"
import { readPayoutFacts } from "./payout-facts"

export type Verdict = "send" | "wait" | "call_off"

export const ACCOUNT_CHANGED = "The bank account was changed after the payout was made."

type Payable = Pick<PayoutRecord, "vendor_id" | "currency_code" | "bank_account_id">

/** A shop may have been suspended or stopped since its payout was made, or may have another account. */
export async function verdictsOn(container: MedusaContainer, page: Payable[]): Promise<Verdict[]> {
  const facts = await readPayoutFacts(
    container,
    page.map(({ vendor_id, currency_code }) => ({ vendor_id, currency_code, available_minor: 0n }))
  )

  return page.map(({ bank_account_id }, index) => {
    const of = facts[index]
    if (!of || !isPayable(of.facts)) {
      return "wait"
    }

    return of.bank_account?.id === bank_account_id ? "send" : "call_off"
  })
}
