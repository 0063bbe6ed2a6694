import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notAllowed } from "../../lib/errors"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import { PAYOUT_MODULE } from "../../modules/payout"
import { decidePayout } from "../../modules/payout/domain/decide"
import type PayoutModuleService from "../../modules/payout/service"
import type { PayoutRecord } from "../../modules/payout/types"
import { payoutBooks } from "./books"
import { readPayoutFacts } from "./payout-facts"
import { payoutRefused } from "./refusals"
import { correctReleases } from "./release-money"

export type AskedPayout = {
  vendor_id: string
  currency_code: string
  /** All that is available unless it is said. */
  amount_minor?: bigint
  requested_by: string
} & ({ origin: "vendor" } | { origin: "retry"; retry_of: string })

/** Makes a payout that a person asks for. @throws not allowed, with a sentence that says why */
export async function openAsked(container: MedusaContainer, asked: AskedPayout): Promise<PayoutRecord> {
  const { vendor_id, currency_code } = asked
  // Nobody is paid what a refund has taken back since it was released.
  await correctReleases(container, { vendor_id })
  const available_minor = await container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .availableOf({ vendor_id, currency_code })
  const [of] = await readPayoutFacts(container, [{ vendor_id, currency_code, available_minor }])
  const decision = of && decidePayout(of.facts, new Date(), asked.amount_minor)
  if (decision?.do !== "pay" || !of?.bank_account) {
    throw payoutRefused(decision?.do === "wait" ? decision.obstacle : "shop_not_paid")
  }
  const opened = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).openPayout(
    {
      vendor_id,
      currency_code,
      amount_minor: decision.amount_minor,
      fee_minor: decision.fee_minor,
      needs_approval: decision.needs_approval,
      rail: decision.rail,
      account: of.bank_account,
      origin: asked.origin,
      period: null,
      retry_of: asked.origin === "retry" ? asked.retry_of : null,
      requested_by: asked.requested_by,
      first_rules: of.facts.rules,
    },
    payoutBooks(container)
  )
  switch (opened.do) {
    case "opened":
      return opened.payout
    case "short":
      throw payoutRefused("nothing_available")
    case "known":
      throw notAllowed(
        ErrorCode.PAYOUT_UNDER_WAY,
        asked.origin === "retry"
          ? "This payout was sent once more already."
          : "A payout that was asked for in this currency is under way."
      )
    default:
      return opened satisfies never
  }
}
