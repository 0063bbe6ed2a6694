import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import type { AvailableBalance } from "../../modules/ledger/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import { decideScheduled } from "../../modules/payout/domain/decide"
import type PayoutModuleService from "../../modules/payout/service"
import { takeReceivables } from "../split/take-receivables"
import { payoutBooks } from "./books"
import { readPayoutFacts, type VendorFacts } from "./payout-facts"
import { correctReleases } from "./release-money"
import { type Sent, sendReadyPayouts } from "./send-payouts"
import { tellOfBankPayouts, tellOfUnmarkedFiles } from "./waiting-for-bank"

const PAGE = 200

export type PayoutRun = Sent & { opened: number; errors: number }

type Starter = { now: Date; started_by: string | null }

/**
 * Pays every vendor whose day has come, page by page, and sends what is ready. Any number of runs at once make each payout
 * once; one vendor's trouble is nobody else's.
 */
export async function runPayouts(container: MedusaContainer, starter: Starter): Promise<PayoutRun> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const counts = { opened: 0, errors: 0 }
  // Nobody is paid what a refund has taken back since it was released.
  await correctReleases(container, {})
  await takeReceivables(container)
  let after: string | null = ""
  while (after !== null) {
    const { balances, last } = await ledger.pageOfAvailable({ after, take: PAGE })
    await openPage(container, balances, { ...starter, counts })
    after = last
  }

  const sent = await sendReadyPayouts(container)
  await tellOfBankPayouts(container)
  await tellOfUnmarkedFiles(container, starter.now)

  return { ...counts, ...sent }
}

async function openPage(
  container: MedusaContainer,
  balances: AvailableBalance[],
  { counts, ...starter }: Starter & { counts: { opened: number; errors: number } }
): Promise<void> {
  const facts = balances.length ? await readPayoutFacts(container, balances) : []
  for (const [index, balance] of balances.entries()) {
    try {
      counts.opened += (await openOne(container, balance, { ...starter, of: facts[index] })) ? 1 : 0
    } catch (error) {
      counts.errors += 1
      const reason = error instanceof Error ? error.message : String(error)
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`Vendor ${balance.vendor_id} was not paid in ${balance.currency_code}: ${reason}`)
    }
  }
}

async function openOne(
  container: MedusaContainer,
  { vendor_id, currency_code }: AvailableBalance,
  { now, started_by, of }: Starter & { of?: VendorFacts }
): Promise<boolean> {
  const decision = of && decideScheduled(of.facts, now)
  if (decision?.do !== "pay" || !of?.bank_account) {
    return false
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
      origin: "schedule",
      period: decision.period,
      retry_of: null,
      requested_by: started_by,
      first_rules: of.facts.rules,
    },
    payoutBooks(container)
  )

  return opened.do === "opened"
}
