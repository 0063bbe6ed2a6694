import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { VENDOR_MODULE } from "../../../modules/vendor"
import type VendorModuleService from "../../../modules/vendor/service"
import type { NewBankAccount } from "../../../modules/vendor/types"
import { isSameAccount } from "../bank-number"
import { currentBankAccount } from "../read-onboarding"

export type SetBankAccountInput = { vendor_id: string; account: NewBankAccount }

/** Replaces a shop's account, unless it is this one already. */
export const setBankAccountStep = createStep(
  "set-vendor-bank-account",
  async ({ vendor_id, account }: SetBankAccountInput, { container }) => {
    const former = await currentBankAccount(container, vendor_id)
    const former_last4 = former?.account_last4 ?? null
    if (former && isSameAccount(former, account)) {
      return new StepResponse({ is_changed: false, former_last4 }, null)
    }
    const change = await container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .replaceBankAccount(vendor_id, account)

    return new StepResponse({ is_changed: true, former_last4 }, change)
  },
  async (change, { container }) => {
    if (change) {
      await container.resolve<VendorModuleService>(VENDOR_MODULE).undoBankAccount(change)
    }
  }
)
