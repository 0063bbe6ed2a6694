import type { InvoiceState } from "./domain/invoice"

export type WriteOffState = "requested" | "approved" | "rejected"

export type RequestWriteOffInput = {
  vendor_id: string
  currency_code: string
  amount_minor: bigint
  reason: string
  requested_by: string
}

export type WriteOffRecord = RequestWriteOffInput & {
  id: string
  state: WriteOffState
  decided_by: string | null
  decided_at: Date | null
  created_at: Date
}

export type DebtRecord = {
  vendor_id: string
  currency_code: string
  since: Date
  reminded_at: Date | null
  reminders: number
  /** When staff last took back an invoice of the shop's in the currency. */
  canceled_at: Date | null
}

export type OfShop = { vendor_id: string; currency_code: string }

/** One reason of a debt, in the words of the books; all of them add up to the invoice. */
export type InvoicePart = { owed_for: string; amount_minor: bigint }

export type IssueInvoiceInput = OfShop & {
  /** As they are now: the paper stays as it was. */
  shop_name: string
  address_lines: string[]
  issued_by: string
  issued_at: Date
  due_at: Date
}

export type InvoiceRecord = IssueInvoiceInput & {
  id: string
  number: string
  amount_minor: bigint
  state: InvoiceState
  parts: InvoicePart[]
  owed_since: Date | null
  /** From where in the books, and with how much, what comes in on the debt is counted. */
  from_seq: string
  credited_minor: bigint
  closed_at: Date | null
  canceled_reason: string | null
}

/** What the books say of a debt at one moment. */
export type Standing = { owed_minor: bigint; from_seq: string; credited_minor: bigint }

export type InvoicedDebt = Standing & { parts: InvoicePart[]; owed_since: Date | null }

export type InvoiceFilters = { vendor_id?: string; currency_code?: string; state?: InvoiceState[] }
