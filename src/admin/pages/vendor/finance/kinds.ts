import type { Query } from "../../../lib/api/client"

type Asked = NonNullable<Query<"GET /vendor/transactions">>

/** What a list of movements is narrowed by: the common first, and what is the platform's own not at all. */
export const KINDS = [
  "sale",
  "refund",
  "release",
  "reserve_release",
  "payout",
  "payout_paid",
  "payout_failed",
  "payout_returned",
  "payout_fee",
  "refund_fee",
  "dispute_hold",
  "dispute_release",
  "chargeback",
  "chargeback_fee",
  "collection",
  "cash_due",
  "cash_remitted",
  "refusal_cost",
  "split",
  "split_settled",
  "split_owed",
  "receivable_due",
  "deposit",
  "deposit_used",
  "deposit_returned",
  "debt_paid",
  "write_off",
  "reversal",
] as const satisfies Asked["kind"][]

export const BALANCES = [
  "available",
  "pending",
  "reserved",
  "disputed",
  "in_transit",
  "split",
  "cash",
  "deposit",
  "receivable",
] as const satisfies Asked["balance"][]
