import type { Context } from "@medusajs/framework/types"
import type { DisputeKind, DisputeState } from "../../lib/dispute-states"
import type { FrozenAmounts } from "../../lib/frozen-amounts"

/** What of a vendor order a case holds; amounts are integer minor units. */
export type CaseShare = FrozenAmounts & {
  vendor_order_id: string
  vendor_id: string
  amount_minor: bigint
}

export type StoredShare = CaseShare & { accepted_at: Date | null }

export type CaseItem = {
  vendor_order_id: string
  vendor_id: string
  vendor_order_line_id: string
  title: string
}

export type DisputeCase = {
  id: string
  kind: DisputeKind
  state: DisputeState
  order_id: string
  currency_code: string
  claimed_minor: bigint
  hold_number: number
  gateway: string | null
  gateway_dispute_id: string | null
  reference: string | null
  reason: string
  opened_by: string
  due_at: Date
  act_at: Date
  submit_count: number
  submitted_at: Date | null
  called_at: Date | null
  last_error: string | null
  refund_minor: bigint | null
  refund_count: number
  ruled_by: string | null
  ruling: string | null
  fee_minor: bigint
  fee_party: "vendor" | "platform" | null
  closed_at: Date | null
  created_at: Date
}

export type OpenCaseInput = Pick<
  DisputeCase,
  "kind" | "order_id" | "currency_code" | "claimed_minor" | "reason" | "opened_by" | "due_at" | "act_at"
> & {
  gateway?: string
  gateway_dispute_id?: string
  reference?: string
  shares: CaseShare[]
  items: CaseItem[]
  /** The first message of a buyer's case. */
  message?: string
}

export type OpenedCase = { dispute: DisputeCase; is_new: boolean }

export type MoveCaseInput = {
  id: string
  to: DisputeState
  actor: string
  reason?: string | null
  changes?: Partial<
    Pick<
      DisputeCase,
      | "claimed_minor"
      | "due_at"
      | "act_at"
      | "submit_count"
      | "submitted_at"
      | "called_at"
      | "last_error"
      | "refund_minor"
      | "refund_count"
      | "ruled_by"
      | "ruling"
      | "fee_minor"
      | "fee_party"
    >
  >
}

/** Null when the case does not stand where it could be moved from. */
export type MovedCase = { dispute: DisputeCase; from: DisputeState } | null

export type BookedCase = { dispute: DisputeCase; shares: CaseShare[]; occurred_at: Date }

/** How cases are told to the books, each in the transaction that changes the case's row. */
export type DisputeBooks = {
  /** What the vendors got for the disputed goods can neither be released nor paid out any more. */
  hold(booked: BookedCase, context: Context): Promise<void>
  /** It is theirs again. */
  giveBack(booked: BookedCase, context: Context): Promise<void>
  /** The gateway has taken it, with its fee. */
  payOut(booked: BookedCase, context: Context): Promise<void>
}

export type CaseFilters = {
  /** Bound by whoever lists for a shop. */
  vendor_id?: string
  /** One order of that shop's. */
  vendor_order_id?: string
  /** A signed-in buyer, or one order of somebody's. */
  customer_id?: string
  order_id?: string
  kind?: DisputeKind[]
  state?: DisputeState[]
  gateway?: string
  reason?: string
  created_from?: Date
  created_before?: Date
  due_before?: Date
}

export type CasePage = { take: number; skip: number; sort: "created_at" | "due_at"; is_ascending: boolean }
