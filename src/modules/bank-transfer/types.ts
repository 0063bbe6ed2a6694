import type { Context } from "@medusajs/framework/types"
import type { BankReceipt, BankRefundState, BankRefundTask } from "../../lib/bank-desk"

export type RecordTransferInput = {
  /** The bank's own name for the line on the statement. */
  bank_reference: string
  /** The payment it is for; null while nobody knows. */
  reference: string | null
  /** What the payer wrote, as it stands on the statement. */
  narration: string
  amount_minor: bigint
  currency_code: string
  received_at: Date
  recorded_by: string
}

export type BankTransferRecord = BankReceipt & RecordTransferInput & { created_at: Date }

/** Takes the bank's line for the transfer of that id, in the transaction that records it; false when it is a transfer already. */
export type ClaimLine = (id: string, context: Context) => Promise<boolean>

/** `differs`: the bank's line is recorded already, with another amount, currency or payment. */
export type RecordedTransfer = { transfer: BankTransferRecord; is_new: boolean; differs: boolean }

export type TransferFilters = { is_matched?: boolean; reference?: string; currency_code?: string }

export type BankRefundRecord = BankRefundTask & {
  key: string
  reference: string
  currency_code: string
  note: string | null
  marked_by: string | null
  marked_at: Date | null
  created_at: Date
}

export type MarkRefundInput = {
  id: string
  to: Exclude<BankRefundState, "waiting">
  note: string
  by: string
}

export type Page = { take: number; skip: number }
