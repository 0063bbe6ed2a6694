import type { FrozenAmounts } from "../../lib/frozen-amounts"
import type { Fault, RefundedLine, RefundReason, RefundStage } from "./domain/refund-request"
import type { ReturnReason, ReturnState } from "./domain/return"

export type OpenRefundInput = {
  vendor_order_id: string
  order_id: string
  vendor_id: string
  idempotency_key: string
  /** What was asked for, word for word: the same key must ask for the same. */
  wanted: string
  lines: RefundedLine[]
  due: FrozenAmounts
  amount_minor: bigint
  withheld_minor: bigint
  reason_code: RefundReason
  fault: Fault
  note: string | null
  actor: string
}

export type RefundRequest = OpenRefundInput & {
  id: string
  stage: RefundStage
  refund_key: string | null
  last_error: string | null
  created_at: Date
}

export type RefundRequestChange = Partial<Pick<RefundRequest, "stage" | "refund_key" | "last_error">>

export type OpenReturnInput = {
  return_id: string
  vendor_order_id: string
  order_id: string
  vendor_id: string
  reason_code: ReturnReason
  note: string | null
  items: ReturnedItem[]
}

/** `id` is the order's item, `line_id` the vendor order's line of it. */
export type ReturnedItem = { id: string; line_id: string; title: string; quantity: number }

export type ReturnRecord = OpenReturnInput & {
  state: ReturnState
  photos: string[]
  decided_by: string | null
  decision_note: string | null
  carrier: string | null
  tracking_number: string | null
  moved_at: Date
  refund_request_id: string | null
  created_at: Date
}

export type ReturnMove = {
  return_id: string
  from: ReturnState
  to: ReturnState
} & Partial<
  Pick<ReturnRecord, "decided_by" | "decision_note" | "carrier" | "tracking_number" | "refund_request_id">
>

export type ReturnTracking = { return_id: string; tracking_number: string; carrier: string | null }

export type ReturnFilters = {
  order_id?: string
  vendor_id?: string
  state?: ReturnState[]
}

export type ReturnPage = { take: number; skip: number; is_ascending: boolean }

/** A shop is waited for, with an order or a return; or a buyer, with a return. */
export type Waiting = {
  subject_id: string
  vendor_id: string
  vendor_order_id: string
  order_id: string
  since: Date
  reminded_at: Date | null
}

export type WaitingPage = { before: Date; after: string; take: number }
