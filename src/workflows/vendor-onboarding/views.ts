import type { AccountKind } from "../../lib/mobile-money"
import { type NameCheck, nameCheckSentence } from "../../modules/vendor/domain/account-name"
import type { RequirementView } from "../../modules/vendor/domain/requirement"

type StoredAccount = {
  kind: AccountKind
  bank_code: string
  bank_name: string | null
  account_name: string
  account_last4: string
  currency_code: string
  verified_at: Date | null
  name_check: NameCheck | null
  name_missing: string | null
  created_at: Date
}

/** What anybody sees of a bank account: enough to recognise it, too little to use it. */
export const bankAccountView = (account: StoredAccount | null) =>
  account && {
    kind: account.kind,
    bank_code: account.bank_code,
    bank_name: account.bank_name,
    account_name: account.account_name,
    account_last4: account.account_last4,
    currency_code: account.currency_code,
    is_verified: account.verified_at !== null,
    name_check: account.name_check,
    name_check_says: nameCheckSentence(account.name_check, account.name_missing),
    changed_at: account.created_at,
  }

type StoredDocument = {
  id: string
  filename: string
  mime_type: string
  size_bytes: number
  created_at: Date | string
}

export const documentView = ({ id, filename, mime_type, size_bytes, created_at }: StoredDocument) => ({
  id,
  filename,
  mime_type,
  size_bytes,
  created_at,
})

/** A part of the checklist as the shop sees it: what was decided and why, not by whom of the staff. */
export const requirementOfShop = ({ decided_by: _who, ...view }: RequirementView) => view
