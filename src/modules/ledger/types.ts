import type { AccountRef, AccountType } from "./domain/account"
import type { BankLine } from "./domain/bank-line"
import type { EntryKind, LedgerEntryInput } from "./domain/entry"
import type { Owed } from "./domain/why-owed"

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

/** One posting with what its entry says of it. Debit positive, credit negative. */
export type LedgerLine = {
  id: string
  /** The order in which postings were written. */
  seq: string
  entry_id: string
  kind: EntryKind
  occurred_at: Date
  posted_at: Date
  account: AccountRef
  currency_code: string
  amount_minor: bigint
  reference: Record<string, string>
}

export type LineFilters = {
  owner?: string
  type?: AccountType
  account_code?: string
  currency_code?: string
  kind?: EntryKind
  order_id?: string
  occurred_from?: Date
  occurred_before?: Date
  posted_from?: Date
  posted_before?: Date
}

export type LinePage = {
  lines: LedgerLine[]
  /** Exact up to 1,000. */
  count: number
  has_more_than_count: boolean
}

/** Of one vendor: none is read without naming it. */
export type VendorLineFilters = Omit<LineFilters, "owner" | "account_code"> & { vendor_id: string }

export type VendorCurrency = { vendor_id: string; currency_code: string }

export type AvailableBalance = VendorCurrency & { available_minor: bigint }

/** `last` is the account to go on after; null when there was none. */
export type AvailablePage = { balances: AvailableBalance[]; last: string | null }

/** What a vendor was ever paid, without what came back. */
export type PaidOut = { currency_code: string; paid_out_minor: bigint }

export type HoldResult = { is_held: boolean; available_minor: bigint }

/**
 * `refused` for more than lies there or is owed, `taken` where the reference names another movement; `owed_minor` above zero is a
 * debt. `line` is what the line of the bank's statement was booked as before, if it is one.
 */
export type DepositMoved = {
  outcome: "moved" | "refused" | "taken"
  line: BankLine | null
  deposited_minor: bigint
  owed_minor: bigint
}

/** What a vendor owes out of what is available (below zero when it owes nothing), and what came in on it since a place in the books. */
export type Standing = { owed_minor: bigint; from_seq: string; credited_minor: bigint }

export type ExplainedStanding = Standing & Pick<Owed, "since" | "parts">

/**
 * `refused` for more than is owed, `known` where it is booked already, `taken` where the line of the bank's statement is booked as
 * something else, which `line` says.
 */
export type DebtPaid = {
  outcome: "paid" | "known" | "refused" | "taken"
  line: BankLine | null
  owed_minor: bigint
}

export type OwingVendor = VendorCurrency & {
  owed_minor: bigint
  /** Collected at the door and kept so far. */
  cash_minor: bigint
}

export type OwedPage = { owing: OwingVendor[]; count: number }
