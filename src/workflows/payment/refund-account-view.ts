import type { RefundAccount } from "../../modules/gateway/types"
import { nameCheckSentence } from "../../modules/vendor/domain/account-name"

/** An account as everybody sees it: never its number. */
export const refundAccountView = (account: RefundAccount) => ({
  state: account.state,
  bank_name: account.bank_name,
  account_name: account.account_name,
  account_last4: account.account_last4,
  name_check: nameCheckSentence(account.name_check, account.name_missing),
  error: account.last_error,
})
