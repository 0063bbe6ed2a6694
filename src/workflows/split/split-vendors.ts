import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYOUT_MODULE } from "../../modules/payout"
import { isReachable } from "../../modules/payout/domain/decide"
import type PayoutModuleService from "../../modules/payout/service"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import { readPayoutFacts } from "../payout/payout-facts"

/** `agreed_minor` is what the vendor has to have deposited. */
export type SplitVendor = {
  vendor_id: string
  account_id: string
  currency_code: string
  agreed_minor: bigint
}

/** Vendors with whom a deposit is agreed in any currency: none on most marketplaces. */
export const vendorsWithDeposit = (container: MedusaContainer): Promise<string[]> =>
  container.resolve<PayoutModuleService>(PAYOUT_MODULE).vendorsWithDeposit()

/**
 * Those of the vendors that gateways may pay by themselves, with the bank account that each has now: those with whom a deposit is
 * agreed in its currency, to whom a payout could go there.
 */
export async function splitVendors(
  container: MedusaContainer,
  ids: string[],
  now: Date
): Promise<SplitVendor[]> {
  if (!ids.length) {
    return []
  }
  const accounts = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendorBankAccounts({ vendor_id: ids, replaced_at: null, kind: "bank" }, { take: ids.length })
  const facts = await readPayoutFacts(
    container,
    accounts.map(({ vendor_id, currency_code }) => ({ vendor_id, currency_code, available_minor: 0n }))
  )

  return accounts.flatMap(({ id, vendor_id, currency_code }, index) => {
    const own = facts[index]?.facts
    const agreed = own && isReachable(own, now) ? own.terms.split_deposits[currency_code] : undefined

    return agreed === undefined
      ? []
      : [{ vendor_id, account_id: id, currency_code, agreed_minor: BigInt(agreed) }]
  })
}
