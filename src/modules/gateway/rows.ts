import type { InferTypeOf } from "@medusajs/framework/types"
import type {
  BookedRefund,
  GatewayTransaction as GatewayTransactionDTO,
  RefundAttempt,
  RefundAttemptState,
  RefundFollowUp,
  RefundOrigin,
  TransactionState,
} from "../../lib/gateway"
import { readShares } from "../../lib/gateway-split"
import type { GatewayRefund } from "./models/gateway-refund"
import type { GatewayTransaction } from "./models/gateway-transaction"

/** A row as a generated method or raw SQL hands it out: amounts are strings, times are dates or ISO strings. */
export type TransactionRow = InferTypeOf<typeof GatewayTransaction>
export type RefundRow = InferTypeOf<typeof GatewayRefund>

export function toTransaction(row: TransactionRow): GatewayTransactionDTO {
  return {
    id: row.id,
    gateway: row.gateway,
    reference: row.reference,
    session_id: row.session_id,
    amount_minor: BigInt(row.amount_minor),
    currency_code: row.currency_code,
    email: row.email,
    // The database's check constraint holds the column to these values.
    state: row.state as TransactionState,
    redirect_url: row.redirect_url,
    access_code: row.access_code,
    superseded_at: toDate(row.superseded_at),
    withdrawn_at: toDate(row.withdrawn_at),
    paid_minor: row.paid_minor === null ? null : BigInt(row.paid_minor),
    paid_currency_code: row.paid_currency_code,
    fee_minor: row.fee_minor === null ? null : BigInt(row.fee_minor),
    gateway_id: row.gateway_id,
    channel: row.channel,
    paid_at: toDate(row.paid_at),
    created_at: new Date(row.created_at),
    split: readShares(row.split),
  }
}

export function toAttempt(row: RefundRow): RefundAttempt {
  return {
    id: row.id,
    gateway: row.gateway,
    reference: row.reference,
    key: row.key,
    adopted_by_key: row.adopted_by_key,
    amount_minor: BigInt(row.amount_minor),
    currency_code: row.currency_code,
    reason: row.reason,
    // The database's check constraints hold both columns to these values.
    origin: row.origin as RefundOrigin,
    state: row.state as RefundAttemptState,
    gateway_refund_id: row.gateway_refund_id,
    is_disowned: row.is_disowned,
    booked: row.booked as BookedRefund | null,
    last_error: row.last_error,
    posted_at: new Date(row.posted_at),
    created_at: new Date(row.created_at),
    root_id: row.root_id,
    retries_id: row.retries_id,
    tries: row.tries,
    retry_at: toDate(row.retry_at),
    follow_up: row.follow_up as RefundFollowUp | null,
  }
}

function toDate(value: Date | string | null): Date | null {
  return value === null ? null : new Date(value)
}
