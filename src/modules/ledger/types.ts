import type { AccountType } from "./domain/account"
import type { LedgerEntryInput } from "./domain/entry"

export type { LedgerEntryInput } from "./domain/entry"

export type PostedEntry = LedgerEntryInput & { id: string }

/** `posted` is false when an earlier run had posted the entry. */
export type PostResult = { idempotency_key: string; posted: boolean }

export type BalanceFilters = { owner?: string; type?: AccountType; currency_code?: string }

/** Debit positive, credit negative. */
export type Balance = {
  code: string
  type: AccountType
  owner: string | null
  currency_code: string
  balance_minor: bigint
}

export type TrialBalance = {
  currency_code: string
  debit_minor: bigint
  credit_minor: bigint
  /** 0 as long as the books are sound. */
  difference_minor: bigint
}
