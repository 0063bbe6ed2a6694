import type { Context } from "@medusajs/framework/types"
import type { AbstractPayoutRail } from "../../lib/payout-rail"
import type { FirstPayoutRules } from "./domain/first-payouts"
import type { ReleaseAmounts } from "./domain/release"
import type { PayoutState } from "./domain/state"
import type { PayoutTerms } from "./domain/terms"

export type PayoutOrigin = "schedule" | "vendor" | "retry"

export type PayoutRecord = {
  id: string
  vendor_id: string
  currency_code: string
  /** What it takes of the vendor's money; the rail sends it without the fee (`domain/fee.ts`). */
  amount_minor: bigint
  fee_minor: bigint
  state: PayoutState
  origin: PayoutOrigin
  rail: string
  reference: string
  bank_account_id: string
  requested_by: string | null
  posted_at: Date | null
  /** How often it was claimed: tells one claim from a later one. */
  post_count: number
}

export type OpenPayoutInput = {
  vendor_id: string
  currency_code: string
  amount_minor: bigint
  fee_minor: bigint
  rail: string
  account: { id: string; bank_name: string | null; account_last4: string }
  needs_approval: boolean
  origin: PayoutOrigin
  /** Once per vendor, currency and period. */
  period: string | null
  retry_of: string | null
  /** Who asked for it, or started the run that made it: may not approve it. */
  requested_by: string | null
  /** What a vendor's first payouts may come to together, asked once more when the money is held. */
  first_rules: FirstPayoutRules
}

/** `known`: the period, the retry or the vendor's own request has its payout already. `short`: the money is not there. */
export type OpenedPayout = { do: "opened"; payout: PayoutRecord } | { do: "known" } | { do: "short" }

export type BookedPayout = Pick<
  PayoutRecord,
  "vendor_id" | "currency_code" | "amount_minor" | "fee_minor" | "rail"
> & {
  payout_id: string
  /** Whether the money leaves the platform's bank, not a balance at the rail. */
  is_bank: boolean
  occurred_at: Date
}

/** How payouts are told to the books. Each posts in the transaction that changes the payout's row. */
export type PayoutBooks = {
  /** False when the vendor has less to be paid than the payout is of. */
  hold(payout: BookedPayout, context: Context): Promise<boolean>
  post(movement: "paid" | "failed" | "returned", payout: BookedPayout, context: Context): Promise<void>
}

export type PayoutRails = Map<string, AbstractPayoutRail>

export type Settled = {
  payout: PayoutRecord
  from: PayoutState
  /** What cannot be true of the payout: for staff. */
  contradiction: string | null
}

export type StoredTerms = PayoutTerms & { vendor_id: string; changed_by: string | null }

/** A vendor order whose money the books hold. */
export type HeldOrder = {
  vendor_order_id: string
  order_id: string
  vendor_id: string
  currency_code: string
}

export type DeliveredOrder = HeldOrder & { delivered_at: Date; confirmed_at: Date | null }

export type ShippedOrder = HeldOrder & { shipped_at: Date }

export type ReserveDue = HeldOrder & { reserved_minor: bigint }

export type ReleaseEntry = HeldOrder &
  ReleaseAmounts & { cash_minor: bigint; number: number; occurred_at: Date }

/** How releases are told to the books, each in the transaction that notes it. */
export type ReleaseBooks = {
  /** What the books hold for the order now. */
  pendingOf(order: HeldOrder, context: Context): Promise<bigint>
  /** What the vendor holds of it in cash: a debt, which the release nets first. */
  cashOf(order: HeldOrder, context: Context): Promise<bigint>
  release(entry: ReleaseEntry, context: Context): Promise<void>
  releaseReserve(due: ReserveDue, occurred_at: Date, context: Context): Promise<void>
}

/** What people are to pay at the bank in a currency, and is in no file yet. */
export type WaitingForBank = {
  currency_code: string
  count: number
  /** What the shops get. */
  amount_minor: bigint
  /** Since when the first of them waits, and the last. */
  since: Date
  latest: Date
}

/** Payouts of a file that nobody has marked. */
export type UnmarkedFile = {
  batch: string
  currency_code: string
  count: number
  /** What the shops get. */
  amount_minor: bigint
  taken_at: Date
}

/** What a rail lacks for payouts that wait, and since when. */
export type Shortfall = {
  rail: string
  currency_code: string
  since: Date
  short_minor: bigint
  waiting_count: number
}

/** Of one rail: what it could have been sent, and is here still. */
export type NotTaken = {
  rail: string
  count: number
  /** Of the oldest. */
  last_error: string | null
}

export type JobRecord = {
  name: string
  /** When it began for the first time. */
  created_at: Date
  started_at: Date
  succeeded_at: Date | null
  last_error: string | null
  result: Record<string, unknown> | null
}
