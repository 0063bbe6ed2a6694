import { randomBytes } from "node:crypto"
import type { SandboxDispute } from "./dispute-data"
import type { SandboxSettlement } from "./settlement-data"
import type { SandboxSplit, SandboxSubaccount } from "./subaccount-data"
import { emptyTransfers, type TransferData } from "./transfer-data"

export type TransactionStatus = "abandoned" | "success" | "failed"

/** Amounts are subunits as on Paystack's wire: always a hundredth of the major unit. */
export type SandboxTransaction = {
  id: number
  reference: string
  access_code: string
  status: TransactionStatus
  /** What was paid; what was asked while nothing is paid. */
  amount: number
  requested_amount: number
  currency: string
  email: string
  callback_url: string | null
  fees: number | null
  /** As the merchant sent it; the gateway tells it again. */
  metadata?: unknown
  gateway_response: string
  created_at: string
  paid_at: string | null
  /** All of it went back; `status` goes on saying that it was paid. */
  is_reversed?: boolean
  /** What the merchant asked to be split off, and what was when it was paid; null when nothing was. */
  asked_split?: SandboxSplit
  split?: SandboxSplit | null
}

export type SandboxRefund = {
  id: number
  transaction: number
  transaction_reference: string
  amount: number
  currency: string
  status: "pending" | "processing" | "processed" | "failed" | "needs-attention"
  merchant_note: string | null
  customer_note: string | null
  created_at: string
}

export type SandboxData = {
  next_id: number
  transactions: SandboxTransaction[]
  refunds: SandboxRefund[]
  /** Absent in files that were written before there were transfers. */
  transfers?: TransferData
  disputes?: SandboxDispute[]
  settlements?: SandboxSettlement[]
  subaccounts?: SandboxSubaccount[]
}

export type FeeRule = { percent: number; flat: number; flat_waived_below: number; cap: number }

/** Paystack's published fee for cards in Nigeria: 1.5 % and 100 naira, waived below 2,500, 2,000 at most. */
export const NIGERIAN_FEES: FeeRule = { percent: 1.5, flat: 10_000, flat_waived_below: 250_000, cap: 200_000 }

export const emptyData = (): SandboxData => ({ next_id: 4_000_000_001, transactions: [], refunds: [] })

/** A refusal, answered in Paystack's error envelope. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly type = "validation_error"
  ) {
    super(message)
  }
}

export function feeOn(amount: number, rule: FeeRule): number {
  const flat = amount < rule.flat_waived_below ? 0 : rule.flat

  return Math.min(Math.ceil((amount * rule.percent) / 100) + flat, rule.cap)
}

type NewTransaction = Pick<SandboxTransaction, "email" | "currency" | "callback_url" | "metadata"> & {
  split?: SandboxSplit
  reference?: string
  amount: number
}

export class SandboxState {
  /** Off: the shares that merchants ask for are forgotten, and all goes to them. */
  isSplitting = true
  private kept: SandboxData | undefined

  constructor(
    private data: SandboxData,
    private readonly fees: FeeRule,
    private readonly save: (data: SandboxData) => void
  ) {}

  get transactions(): readonly SandboxTransaction[] {
    return this.data.transactions
  }

  get refunds(): readonly SandboxRefund[] {
    return this.data.refunds
  }

  keep(): void {
    this.kept = structuredClone(this.data)
  }

  forget(): void {
    this.kept = undefined
  }

  reset(): void {
    this.data = this.kept ? structuredClone(this.kept) : emptyData()
    this.isSplitting = true
    this.save(this.data)
  }

  /** What transfers keep; written to the file by `saveTransfers`. */
  get transferData(): TransferData {
    this.data.transfers ??= emptyTransfers()

    return this.data.transfers
  }

  /** What disputes keep; written to the file by `saveTransfers`. */
  get disputes(): SandboxDispute[] {
    this.data.disputes ??= []

    return this.data.disputes
  }

  /** What settlements keep; written to the file by `saveTransfers`. */
  get settlements(): SandboxSettlement[] {
    this.data.settlements ??= []

    return this.data.settlements
  }

  /** What subaccounts keep; written to the file by `saveTransfers`. */
  get subaccounts(): SandboxSubaccount[] {
    this.data.subaccounts ??= []

    return this.data.subaccounts
  }

  saveTransfers(): void {
    this.save(this.data)
  }

  byReference(reference: string): SandboxTransaction | undefined {
    return this.data.transactions.find((transaction) => transaction.reference === reference)
  }

  /** By its number or its reference. @throws ApiError for one that there is not */
  find(key: string | number): SandboxTransaction {
    const transaction =
      typeof key === "string"
        ? this.byReference(key)
        : this.data.transactions.find((candidate) => candidate.id === key)
    if (!transaction) {
      throw new ApiError(404, "transaction_not_found", `There is no transaction ${key}`)
    }

    return transaction
  }

  byAccessCode(accessCode: string): SandboxTransaction | undefined {
    return this.data.transactions.find((transaction) => transaction.access_code === accessCode)
  }

  open(input: NewTransaction): SandboxTransaction {
    const reference = input.reference ?? randomBytes(8).toString("hex")
    if (this.byReference(reference)) {
      throw new ApiError(400, "duplicate_reference", "Duplicate Transaction Reference")
    }
    const transaction: SandboxTransaction = {
      id: this.nextId(),
      reference,
      access_code: randomBytes(8).toString("hex"),
      status: "abandoned",
      amount: input.amount,
      requested_amount: input.amount,
      currency: input.currency,
      email: input.email,
      callback_url: input.callback_url,
      fees: null,
      metadata: input.metadata,
      gateway_response: "The transaction was not completed",
      created_at: new Date().toISOString(),
      paid_at: null,
      ...(input.split ? { asked_split: input.split } : {}),
    }
    this.data.transactions.push(transaction)
    this.save(this.data)

    return transaction
  }

  /** The buyer pays, once; `paid` differs from what was asked only where a test wants it to. */
  pay(transaction: SandboxTransaction, paid: { amount?: number; currency?: string } = {}): void {
    this.assertUnpaid(transaction)
    transaction.status = "success"
    transaction.amount = paid.amount ?? transaction.requested_amount
    transaction.currency = paid.currency ?? transaction.currency
    transaction.fees = feeOn(transaction.amount, this.fees)
    transaction.gateway_response = "Successful"
    transaction.paid_at = new Date().toISOString()
    transaction.split = this.isSplitting ? (transaction.asked_split ?? null) : null
    this.save(this.data)
  }

  fail(transaction: SandboxTransaction, status: "failed" | "abandoned"): void {
    this.assertUnpaid(transaction)
    transaction.status = status
    transaction.gateway_response = status === "failed" ? "Declined" : "The transaction was not completed"
    this.save(this.data)
  }

  refund(input: {
    transaction: SandboxTransaction
    amount?: number
    merchant_note?: string
    customer_note?: string
  }): SandboxRefund {
    const { transaction } = input
    const given = this.data.refunds
      .filter((refund) => refund.transaction === transaction.id && refund.status !== "failed")
      .reduce((sum, refund) => sum + refund.amount, 0)
    const left = transaction.status === "success" ? transaction.amount - given : 0
    const amount = input.amount ?? left
    if (left <= 0) {
      throw new ApiError(
        400,
        "transaction_reversed",
        "Transaction has been fully reversed or was not successful"
      )
    }
    if (!Number.isInteger(amount) || amount <= 0 || amount > left) {
      throw new ApiError(
        400,
        "invalid_amount",
        "Refund amount cannot be more than what is left of the transaction"
      )
    }
    const refund: SandboxRefund = {
      id: this.nextId(),
      transaction: transaction.id,
      transaction_reference: transaction.reference,
      amount,
      currency: transaction.currency,
      status: "pending",
      merchant_note: input.merchant_note ?? null,
      customer_note: input.customer_note ?? null,
      created_at: new Date().toISOString(),
    }
    this.data.refunds.push(refund)
    this.save(this.data)

    return refund
  }

  settleRefund(refund: SandboxRefund, status: SandboxRefund["status"]): void {
    refund.status = status
    const transaction = this.data.transactions.find(({ id }) => id === refund.transaction)
    if (transaction) {
      const back = this.data.refunds.filter(
        (one) => one.transaction === transaction.id && one.status === "processed"
      )
      transaction.is_reversed = back.reduce((sum, { amount }) => sum + amount, 0) === transaction.amount
    }
    this.save(this.data)
  }

  private assertUnpaid(transaction: SandboxTransaction): void {
    if (transaction.status === "success") {
      throw new ApiError(409, "already_paid", "The transaction has been paid already")
    }
  }

  nextId(): number {
    this.data.next_id += 1

    return this.data.next_id
  }
}
