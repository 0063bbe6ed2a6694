import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { GatewayUnavailableError } from "../../../lib/gateway"
import { PAYOUT_MODULE } from "../../../modules/payout"
import type PayoutModuleService from "../../../modules/payout/service"
import { VENDOR_MODULE } from "../../../modules/vendor"
import { nameCheckOf } from "../../../modules/vendor/domain/account-name"
import type VendorModuleService from "../../../modules/vendor/service"
import { placeOf } from "../../payout/destination"
import { currentBankAccount } from "../read-onboarding"

export type CheckBankAccountInput = { vendor_id: string }

/**
 * Nothing to take back: it keeps what the gateway says of the account that stands. A gateway that does not answer is asked
 * again when the shop sends its account again.
 */
export const checkBankAccountStep = createStep(
  "check-vendor-bank-account",
  async ({ vendor_id }: CheckBankAccountInput, { container }) => {
    const account = await currentBankAccount(container, vendor_id)
    if (!account || account.verified_at) {
      return new StepResponse(null)
    }
    try {
      const holder = await container.resolve<PayoutModuleService>(PAYOUT_MODULE).holderOf(placeOf(account))
      const check = nameCheckOf(account.account_name, holder)
      await container
        .resolve<VendorModuleService>(VENDOR_MODULE)
        .saveNameCheck({ id: account.id, vendor_id, ...check }, new Date())

      return new StepResponse(check.name_check)
    } catch (error) {
      if (!(error instanceof GatewayUnavailableError)) {
        throw error
      }
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`The name of bank account ${account.id} was not checked: ${error.message}`)

      return new StepResponse(null)
    }
  }
)
