import type { FlutterwaveChargeback, FlutterwaveRefund, FlutterwaveTransaction } from "./state"

/** What the sandbox tells: as rich as Flutterwave, so that a client has something to drop. Amounts are major units. */

const major = (hundredths: number) => hundredths / 100

/** Flutterwave's public test card, with a token that would charge it again. */
const TEST_CARD = {
  first_6digits: "553188",
  last_4digits: "2950",
  issuer: "MASTERCARD CREDIT",
  country: "NIGERIA NG",
  type: "MASTERCARD",
  token: "flw-t1nf-sandbox0000000000000000000000-m03k",
  expiry: "09/32",
}

const PAYMENT_TYPES: Record<FlutterwaveTransaction["method"], string> = {
  card: "card",
  mobile_money: "mobilemoneygh",
  ussd: "ussd",
  bank_transfer: "bank_transfer",
  virtual_account: "bank_transfer",
}

/** A row of a list, which says nothing of the card. */
export function listedTransaction(transaction: FlutterwaveTransaction) {
  const isDone = transaction.status !== "pending"

  return {
    id: transaction.id,
    tx_ref: transaction.tx_ref,
    flw_ref: `FLW-MOCK-${transaction.id}`,
    device_fingerprint: "N/A",
    amount: major(transaction.amount),
    currency: transaction.currency,
    charged_amount: major(transaction.charged_amount),
    app_fee: isDone ? major(transaction.app_fee) : null,
    merchant_fee: 0,
    processor_response: transaction.status === "failed" ? "Insufficient funds" : "Approved",
    auth_model: "PIN",
    ip: "127.0.0.1",
    narration: "Sandbox",
    status: transaction.status,
    payment_type: PAYMENT_TYPES[transaction.method],
    created_at: transaction.created_at,
    account_id: 73_362,
    amount_settled: transaction.status === "successful" ? major(transaction.amount_settled) : null,
  }
}

/** What verifying answers, and the data of `charge.completed`. */
export function transactionDetails(transaction: FlutterwaveTransaction): Record<string, unknown> {
  return {
    ...listedTransaction(transaction),
    meta: transaction.meta ?? null,
    ...(transaction.method === "card" ? { card: TEST_CARD } : {}),
    customer: {
      id: transaction.id,
      name: "Sandbox Buyer",
      phone_number: "N/A",
      email: transaction.email,
      created_at: transaction.created_at,
    },
  }
}

/** What making a refund answers, under other names than the list has. */
export function createdRefund(refund: FlutterwaveRefund) {
  return {
    id: refund.id,
    account_id: 73_362,
    tx_id: refund.transaction_id,
    flw_ref: `URF_${refund.id}`,
    wallet_id: 74_639,
    amount_refunded: major(refund.amount),
    status: refund.status,
    destination: "payment_source",
    meta: { source: "availablebalance" },
    created_at: refund.created_at,
  }
}

export function listedRefund(refund: FlutterwaveRefund) {
  return {
    id: refund.id,
    account_id: 73_362,
    transaction_id: refund.transaction_id,
    flw_ref: `URF_${refund.id}`,
    amount_refunded: major(refund.amount),
    status: refund.status,
    comment: refund.comment,
    settlement_id: "NEW",
    meta: '{"source":"availablebalance"}',
    created_at: refund.created_at,
  }
}

/** A chargeback of a list; its currency is not told. */
export const listedChargeback = (chargeback: FlutterwaveChargeback): Record<string, unknown> => ({
  id: chargeback.id,
  amount: major(chargeback.amount),
  flw_ref: `FLW-MOCK-${chargeback.transaction_id}`,
  status: chargeback.status,
  stage: "new",
  comment: chargeback.comment,
  meta: { uploaded_proof: null, history: [] },
  due_date: chargeback.due_date,
  settlement_id: "N/A",
  created_at: chargeback.created_at,
  transaction_id: chargeback.transaction_id,
  tx_ref: chargeback.tx_ref,
})
