import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { VendorEvents } from "../../../modules/vendor/events"
import { recordAuditStep } from "../../audit/record-audit"
import { refreshVerificationStep } from "../steps/refresh-verification"
import { type SetBankAccountInput, setBankAccountStep } from "../steps/set-bank-account"
import { tellOwnersStep } from "../steps/tell-owners"

export const setBankAccountWorkflowId = "set-vendor-bank-account"

/** Changes where a shop's money goes, and tells all its owners. Sending the same account again changes nothing. */
export const setBankAccountWorkflow = createWorkflow(
  setBankAccountWorkflowId,
  (input: SetBankAccountInput) => {
    const change = setBankAccountStep(input)
    when("account-changed", { change }, (data) => data.change.is_changed).then(() => {
      refreshVerificationStep(input.vendor_id)
      emitEventStep({
        eventName: VendorEvents.BANK_ACCOUNT_CHANGED,
        data: { vendor_id: input.vendor_id, bank_account_id: input.account.id },
      })
      tellOwnersStep(
        transform({ input }, ({ input: { vendor_id, account } }) => ({
          vendor_id,
          template: "shop_bank_account_changed" as const,
          data: { account_name: account.account_name, last_digits: account.account_last4 },
        }))
      )
      recordAuditStep(
        transform({ input, change }, ({ input: { vendor_id, account }, change: { former_last4 } }) => ({
          action: "vendor.bank-account-changed",
          vendor_id,
          record_type: "vendor_bank_account",
          record_id: account.id,
          before: { account_last4: former_last4 },
          after: {
            bank_code: account.bank_code,
            account_name: account.account_name,
            account_last4: account.account_last4,
            currency_code: account.currency_code,
          },
        }))
      )
    })

    return new WorkflowResponse(change)
  }
)
