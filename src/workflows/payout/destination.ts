import type { MedusaContainer } from "@medusajs/framework/types"
import type { AccountPlace, PayoutDestination } from "../../lib/payout-rail"
import type { PayoutRecord } from "../../modules/payout/types"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import { openBankNumber } from "../vendor-onboarding/bank-number"

/**
 * The one place where the number of a vendor's account is readable again: it goes to the rail that pays or tells its holder,
 * or into the file for a bank, and nowhere else.
 */
export async function destinationOf(
  container: MedusaContainer,
  { bank_account_id, vendor_id }: Pick<PayoutRecord, "bank_account_id" | "vendor_id">
): Promise<PayoutDestination> {
  const [account] = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendorBankAccounts({ id: bank_account_id, vendor_id }, { take: 1 })
  if (!account) {
    throw new RangeError(`Bank account ${bank_account_id} does not exist`)
  }

  return { ...placeOf(account), account_name: account.account_name }
}

type StoredPlace = Omit<AccountPlace, "account_number"> & { id: string; account_number_ciphertext: string }

/** The same of an account that is only asked about. */
export const placeOf = (account: StoredPlace): AccountPlace => ({
  kind: account.kind,
  bank_code: account.bank_code,
  currency_code: account.currency_code,
  account_number: openBankNumber(account),
})
