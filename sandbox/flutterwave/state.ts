import { randomBytes } from "node:crypto"
import type { SentFile } from "../http"
import { ApiError } from "../state"

/** Ways to pay. A card answers at once; with all others the money is on its way for minutes or hours. */
export const SLOW_METHODS = ["mobile_money", "ussd", "bank_transfer", "virtual_account"] as const

export type PaymentMethod = "card" | (typeof SLOW_METHODS)[number]

/** What the merchant asked for: one page, on which the buyer may try several times. Amounts are hundredths. */
export type FlutterwavePayment = {
  code: string
  link: string
  tx_ref: string
  amount: number
  currency: string
  email: string
  redirect_url: string
  meta: unknown
  is_disabled: boolean
  expires_at: number
  /** Shares of vendors, in hundredths. */
  shares?: FlutterwaveShare[]
}

export type FlutterwaveShare = { subaccount_id: string; amount: number }

/** One attempt to pay. Amounts are hundredths of the major unit; on the wire they are major units. */
export type FlutterwaveTransaction = {
  id: number
  tx_ref: string
  status: "pending" | "successful" | "failed"
  method: PaymentMethod
  /** What the payment was for, and what left the buyer's account. */
  amount: number
  charged_amount: number
  currency: string
  email: string
  meta: unknown
  app_fee: number
  amount_settled: number
  created_at: string
  /** What was split off of what is settled; nothing where the rest could not bear it. */
  shares: FlutterwaveShare[]
}

export type FlutterwaveRefund = {
  id: number
  transaction_id: number
  tx_ref: string
  amount: number
  status: "completed" | "completed-mpgs" | "completed-momo" | "failed"
  comment: string | null
  created_at: string
}

export type FlutterwaveChargeback = {
  id: number
  transaction_id: number
  tx_ref: string
  amount: number
  status: "initiated" | "accepted" | "declined" | "won" | "lost"
  comment: string
  /** What the merchant wrote with its answer. */
  answer: string | null
  /** The file that it had uploaded for it. */
  proof: SentFile | null
  due_date: string
  created_at: string
}

export type Paid = {
  method?: PaymentMethod
  amount?: number
  currency?: string
  /** Differs from the amount where the buyer bears the fee, or sends too little. */
  charged_amount?: number
}

const FEE_PERCENT = 1.4
const HIGHEST_FEE = 200_000
const STAMP_DUTY = 5_000
const STAMP_DUTY_FROM = 1_000_000

const feeOn = (amount: number) => Math.min(Math.ceil((amount * FEE_PERCENT) / 100), HIGHEST_FEE)

const stampDutyOn = (amount: number, currency: string) =>
  currency === "NGN" && amount >= STAMP_DUTY_FROM ? STAMP_DUTY : 0

export class FlutterwaveState {
  payments: FlutterwavePayment[] = []
  transactions: FlutterwaveTransaction[] = []
  refunds: FlutterwaveRefund[] = []
  chargebacks: FlutterwaveChargeback[] = []
  /** Uploaded proofs, by their links. */
  proofs = new Map<string, SentFile>()
  /** Off: the shares that merchants ask for are forgotten, and all goes to them. */
  isSplitting = true
  private lastId = 900_000

  reset(): void {
    this.payments = []
    this.transactions = []
    this.refunds = []
    this.chargebacks = []
    this.proofs.clear()
    this.isSplitting = true
  }

  open(origin: string, input: Omit<FlutterwavePayment, "code" | "link" | "is_disabled">): FlutterwavePayment {
    const code = `flwlnk-${randomBytes(10).toString("hex")}`
    const payment = { ...input, code, link: `${origin}/v3/hosted/pay/${code}`, is_disabled: false }
    this.payments.push(payment)

    return payment
  }

  payment(tx_ref: string): FlutterwavePayment {
    const payment = this.payments.findLast((candidate) => candidate.tx_ref === tx_ref)
    if (!payment) {
      throw new ApiError(404, "not_found", `There is no payment ${tx_ref}`)
    }

    return payment
  }

  isPayable(payment: FlutterwavePayment): boolean {
    return !payment.is_disabled && Date.now() < payment.expires_at && !this.isPaid(payment.tx_ref)
  }

  isPaid(tx_ref: string): boolean {
    return this.attempts(tx_ref).some(({ status }) => status === "successful")
  }

  attempts(tx_ref: string): FlutterwaveTransaction[] {
    return this.transactions.filter((transaction) => transaction.tx_ref === tx_ref)
  }

  transaction(id: number): FlutterwaveTransaction | undefined {
    return this.transactions.find((transaction) => transaction.id === id)
  }

  /** The buyer tries to pay. */
  attempt(
    payment: FlutterwavePayment,
    status: FlutterwaveTransaction["status"],
    { method = "card", amount = payment.amount, currency = payment.currency, charged_amount }: Paid = {}
  ): FlutterwaveTransaction {
    const transaction: FlutterwaveTransaction = {
      id: this.nextId(),
      tx_ref: payment.tx_ref,
      status,
      method,
      amount,
      charged_amount: charged_amount ?? amount,
      currency,
      email: payment.email,
      meta: payment.meta,
      app_fee: feeOn(amount),
      amount_settled: 0,
      created_at: new Date().toISOString(),
      shares: [],
    }
    this.transactions.push(transaction)
    this.settle(transaction)

    return transaction
  }

  /** The money that was on its way has arrived, or will not. */
  finish(
    tx_ref: string,
    status: "successful" | "failed",
    over: Pick<Paid, "amount" | "charged_amount"> = {}
  ) {
    const transaction = this.attempts(tx_ref).findLast((attempt) => attempt.status === "pending")
    if (!transaction) {
      throw new ApiError(409, "not_pending", `No payment of ${tx_ref} is on its way`)
    }
    transaction.status = status
    transaction.amount = over.amount ?? transaction.amount
    transaction.charged_amount = over.charged_amount ?? over.amount ?? transaction.charged_amount
    this.settle(transaction)

    return transaction
  }

  refund(transaction: FlutterwaveTransaction, amount: number | undefined, comment: string | null) {
    const given = this.refunds
      .filter((refund) => refund.transaction_id === transaction.id && refund.status !== "failed")
      .reduce((sum, refund) => sum + refund.amount, 0)
    const left = transaction.status === "successful" ? transaction.amount - given : 0
    const asked = amount ?? left
    if (left <= 0 || asked <= 0 || asked > left) {
      throw new ApiError(400, "invalid_amount", "Refund amount is more than what is left of the transaction")
    }
    const refund: FlutterwaveRefund = {
      id: this.nextId(),
      transaction_id: transaction.id,
      tx_ref: transaction.tx_ref,
      amount: asked,
      status: "completed",
      comment,
      created_at: new Date().toISOString(),
    }
    this.refunds.push(refund)

    return refund
  }

  /** A bank charges a payment back; ten days to answer unless told otherwise, after which it is lost. */
  chargeBack(
    tx_ref: string,
    { amount, due_in_ms = 10 * 86_400_000 }: { amount?: number; due_in_ms?: number } = {}
  ) {
    const transaction = this.attempts(tx_ref).find(({ status }) => status === "successful")
    if (!transaction) {
      throw new ApiError(409, "not_paid", "Only what was paid can be charged back")
    }
    const chargeback: FlutterwaveChargeback = {
      id: this.nextId(),
      transaction_id: transaction.id,
      tx_ref,
      amount: amount ?? transaction.amount,
      status: "initiated",
      comment: "Service not rendered",
      answer: null,
      proof: null,
      due_date: new Date(Date.now() + due_in_ms).toISOString(),
      created_at: new Date().toISOString(),
    }
    this.chargebacks.push(chargeback)

    return chargeback
  }

  chargeback(id: number): FlutterwaveChargeback {
    for (const chargeback of this.chargebacks) {
      if (chargeback.status === "initiated" && chargeback.due_date <= new Date().toISOString()) {
        chargeback.status = "lost"
      }
    }
    const found = this.chargebacks.find((chargeback) => chargeback.id === id)
    if (!found) {
      throw new ApiError(404, "not_found", "No chargeback was found for this id")
    }

    return found
  }

  private settle(transaction: FlutterwaveTransaction): void {
    if (transaction.status !== "successful") {
      return
    }
    const { amount, charged_amount, app_fee, currency } = transaction
    const isFeeOnBuyer = charged_amount >= amount + app_fee
    const kept = (isFeeOnBuyer ? 0 : app_fee) + stampDutyOn(amount, currency)
    transaction.amount_settled = Math.min(amount, charged_amount) - kept
    const shares = this.payment(transaction.tx_ref).shares ?? []
    const asked = shares.reduce((sum, share) => sum + share.amount, 0)
    // Less than the shares, after fee and stamp duty: then nothing is split at all.
    transaction.shares = this.isSplitting && asked <= transaction.amount_settled ? shares : []
  }

  nextId(): number {
    this.lastId += 1

    return this.lastId
  }
}
