import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"
import { sealBankAccount } from "../../../src/workflows/vendor-onboarding/bank-number"
import { vendorService } from "./shop-seed"
import { CURRENCY } from "./store"

/** The example of the Central Bank of Nigeria: nobody's account. */
const ACCOUNT = { bank_code: "011", account_number: "0000014579", currency_code: CURRENCY }

/**
 * Accounts for the shops, which by themselves take a second factor, and terms that show a payout on the first day: each day, and at
 * once when the buyer's code has confirmed the delivery. A real market holds the money of shops that nobody has verified.
 */
export async function ensurePayouts(container: MedusaContainer): Promise<void> {
  const vendors = vendorService(container)
  const shops = await vendors.listVendors({ status: "approved", is_house: false })
  const known = await vendors.listVendorBankAccounts({ vendor_id: shops.map(({ id }) => id) })
  const without = shops.filter(({ id }) => !known.some(({ vendor_id }) => vendor_id === id))
  await vendors.createVendorBankAccounts(
    without.map(({ id, name }) => ({
      ...sealBankAccount({ ...ACCOUNT, account_name: name }, "seed"),
      vendor_id: id,
    }))
  )
  await container.resolve<AccessModuleService>(ACCESS_MODULE).writeSettings({
    values: { unverified_payout_hold_days: 0, payout_schedule: "daily" },
    by: "seed",
  })
}
