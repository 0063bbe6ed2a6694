import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { boundVendor } from "../../lib/vendor-scope"
import { LEDGER_MODULE } from "../../modules/ledger"
import type { AccountType } from "../../modules/ledger/domain/account"
import type LedgerModuleService from "../../modules/ledger/service"
import { PAYOUT_MODULE } from "../../modules/payout"
import { paidKey } from "../../modules/payout/first-payout-rows"
import type PayoutModuleService from "../../modules/payout/service"

const BALANCES = {
  pending: "vendor_pending",
  available: "vendor_available",
  reserved: "vendor_reserved",
  disputed: "vendor_disputed",
  in_transit: "payouts_in_transit",
  cash: "vendor_cash",
  split: "vendor_split",
  receivable: "vendor_receivable",
  deposit: "vendor_deposit",
} as const satisfies Record<string, AccountType>

/** In major units, as decimals; what is owed to the shop is above zero. */
export type VendorBalance = {
  currency_code: string
  /** Sold, and not to be paid out yet. */
  pending: string
  available: string
  /** Kept back for a while against refunds and disputes. */
  reserved: string
  /** Held by open cases. */
  disputed: string
  in_transit: string
  /** Collected at the door and still with the shop, which owes it: below zero. */
  cash: string
  /** To be paid by gateways themselves. */
  split: string
  /** Owed apart from the rest, to be taken from what is available: below zero. */
  receivable: string
  /** The shop's own money, which stands against what gateways pay to it by themselves. */
  deposit: string
  /** Ever, without what came back. */
  paid_out: string
  /** Some of what is pending waits for staff. */
  is_under_review: boolean
}

/** A shop's money by currency, from the books alone. Currencies are never added up. */
export async function readVendorBalances(
  container: MedusaContainer,
  vendorId: string
): Promise<VendorBalance[]> {
  const owner = boundVendor(vendorId)
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const [accounts, paidOut, held] = await Promise.all([
    ledger.balances({ owner }),
    ledger.paidOutOf(owner),
    container.resolve<PayoutModuleService>(PAYOUT_MODULE).heldMatches([owner]),
  ])
  const currencies = [...new Set(accounts.map(({ currency_code }) => currency_code))].toSorted()

  return currencies.map((currency_code) => {
    const balanceOf = (type: AccountType) => {
      const account = accounts.find((known) => known.type === type && known.currency_code === currency_code)

      return toMajorUnits(-(account?.balance_minor ?? 0n), currency_code)
    }
    const paid = paidOut.find((known) => known.currency_code === currency_code)

    return {
      currency_code,
      pending: balanceOf(BALANCES.pending),
      available: balanceOf(BALANCES.available),
      reserved: balanceOf(BALANCES.reserved),
      disputed: balanceOf(BALANCES.disputed),
      in_transit: balanceOf(BALANCES.in_transit),
      cash: balanceOf(BALANCES.cash),
      split: balanceOf(BALANCES.split),
      receivable: balanceOf(BALANCES.receivable),
      deposit: balanceOf(BALANCES.deposit),
      paid_out: toMajorUnits(paid?.paid_out_minor ?? 0n, currency_code),
      is_under_review: held.has(paidKey({ vendor_id: owner, currency_code })),
    }
  })
}
