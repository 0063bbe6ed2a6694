import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { boundVendor } from "../../lib/vendor-scope"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import { PAYOUT_MODULE } from "../../modules/payout"
import { type PayoutTerms, USUAL_TERMS } from "../../modules/payout/domain/terms"
import type PayoutModuleService from "../../modules/payout/service"
import { SPLIT_MODULE } from "../../modules/split"
import type SplitModuleService from "../../modules/split/service"
import { nameOfShop } from "../vendor-onboarding/read-onboarding"

/** How a shop is paid. @throws not found for one that does not exist */
export async function readPayoutTerms(
  container: MedusaContainer,
  vendor_id: string
): Promise<PayoutTerms & { vendor_id: string }> {
  await nameOfShop(container, vendor_id)
  const all = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).termsOf([vendor_id])
  const { risk_level, schedule, stopped_reason, is_cash_stopped, split_deposits } =
    all.get(vendor_id) ?? USUAL_TERMS

  return { vendor_id, risk_level, schedule, stopped_reason, is_cash_stopped, split_deposits }
}

/** The same as staff read it. */
export async function payoutTermsView(container: MedusaContainer, vendorId: string) {
  const { split_deposits, ...terms } = await readPayoutTerms(container, vendorId)
  const deposited = await container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .balances({ owner: boundVendor(vendorId), type: "vendor_deposit" })
  const depositedIn = (code: string) =>
    -(deposited.find(({ currency_code }) => currency_code === code)?.balance_minor ?? 0n)
  const subaccounts = await container
    .resolve<SplitModuleService>(SPLIT_MODULE)
    .listSplitSubaccounts({ vendor_id: vendorId }, { order: { gateway: "ASC" } })

  return {
    ...terms,
    split_deposits: Object.entries(split_deposits).map(([currency_code, amount]) => ({
      currency_code,
      amount: toMajorUnits(BigInt(amount), currency_code),
      /** What lies there by the books: nothing is split while it is less. */
      deposited: toMajorUnits(depositedIn(currency_code), currency_code),
    })),
    /** Whether each gateway has the shop's bank account, as it was when it was last told; and why not. */
    split_gateways: subaccounts.map(({ gateway, told_account_id, last_error }) => ({
      gateway,
      has_account: told_account_id !== null,
      last_error,
    })),
  }
}
