import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCESS_MODULE } from "../../src/modules/access"
import type AccessModuleService from "../../src/modules/access/service"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import { buildRelease } from "../../src/modules/ledger/domain/release"
import { buildSale } from "../../src/modules/ledger/domain/sale"
import type LedgerModuleService from "../../src/modules/ledger/service"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import type VendorModuleService from "../../src/modules/vendor/service"
import { sealBankAccount } from "../../src/workflows/vendor-onboarding/bank-number"

/** What each vendor that is credited may be paid, in kobo. */
export const CREDIT = 500_000n

/** The example of the Central Bank of Nigeria. */
const ACCOUNT = { bank_code: "011", account_number: "0000014579", account_name: "Shop", currency_code: "ngn" }

/** Vendors that can be paid, each day. */
export async function openAccounts(container: MedusaContainer, vendorIds: string[]): Promise<void> {
  await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .createVendorBankAccounts(
      vendorIds.map((vendor_id) => ({ ...sealBankAccount(ACCOUNT, "test"), vendor_id }))
    )
  await container
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .writeSettings({ values: { payout_schedule: "daily" }, by: "test" })
}

/** Sold and released, as the books have it. */
export async function creditVendors(container: MedusaContainer, vendorIds: string[]): Promise<void> {
  const common = { currency_code: "ngn", occurred_at: new Date() }
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).post(
    vendorIds.flatMap((vendor_id) => {
      const order_id = `order_of_${vendor_id}`
      const part = { vendor_id, total_minor: CREDIT, platform_discount_minor: 0n, commission_minor: 0n }

      return [
        buildSale({ order_id, ...common, charged_minor: CREDIT, credit_minor: 0n, vendors: [part] }),
        buildRelease({
          vendor_id,
          vendor_order_id: `vord_of_${vendor_id}`,
          order_id,
          ...common,
          number: 1,
          available_minor: CREDIT,
          reserved_minor: 0n,
        }),
      ]
    })
  )
}
