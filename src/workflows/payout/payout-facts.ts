import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import type { AvailableBalance } from "../../modules/ledger/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutFacts } from "../../modules/payout/domain/decide"
import { NEVER_PAID } from "../../modules/payout/domain/first-payouts"
import { USUAL_TERMS } from "../../modules/payout/domain/terms"
import { paidKey } from "../../modules/payout/first-payout-rows"
import type PayoutModuleService from "../../modules/payout/service"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"

export type BankAccount = { id: string; bank_name: string | null; account_last4: string }

export type VendorFacts = { facts: PayoutFacts; bank_account: BankAccount | null }

/** What is to be known of each of the vendors before any of it is paid, in a few statements for all of them. */
export async function readPayoutFacts(
  container: MedusaContainer,
  balances: AvailableBalance[]
): Promise<VendorFacts[]> {
  const vendors = container.resolve<VendorModuleService>(VENDOR_MODULE)
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const ids = [...new Set(balances.map(({ vendor_id }) => vendor_id))]
  const [rules, terms, shops, accounts, paid, held] = await Promise.all([
    container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings(),
    payouts.termsOf(ids),
    vendors.listVendors({ id: ids }, { take: ids.length, select: ["id", "status", "is_house"] }),
    vendors.listVendorBankAccounts({ vendor_id: ids }, { order: { created_at: "DESC" } }),
    payouts.paidBefore(ids),
    payouts.heldMatches(ids),
  ])
  const shopOf = new Map(shops.map((shop) => [shop.id, shop]))

  return balances.map((balance) => {
    const { currency_code, available_minor } = balance
    const own = accounts.filter(({ vendor_id }) => vendor_id === balance.vendor_id)
    const current = own.find(({ replaced_at }) => replaced_at === null) ?? null
    const shop = shopOf.get(balance.vendor_id)
    const rail = payouts.railFor(currency_code, current?.kind ?? "bank")

    return {
      bank_account: current,
      facts: {
        currency_code,
        available_minor,
        // A vendor that is gone is not paid.
        shop: { status: shop?.status ?? "", is_house: shop?.is_house ?? false },
        account: current && {
          id: current.id,
          currency_code: current.currency_code,
          since: new Date(current.created_at),
          is_first: own.length === 1,
          is_verified: current.verified_at !== null,
        },
        terms: terms.get(balance.vendor_id) ?? USUAL_TERMS,
        rules,
        rail,
        paid_before: paid.get(paidKey(balance)) ?? NEVER_PAID,
        has_held_money: held.has(paidKey(balance)),
      },
    }
  })
}
