import type { SandboxRefund, SandboxTransaction } from "./state"

/** What the sandbox tells of its transactions and refunds: as rich as Paystack, so that a client has something to drop. */

const INTEGRATION = 100_001

/** Paystack's public test card. */
const TEST_CARD = {
  authorization_code: "AUTH_sandbox0001",
  bin: "408408",
  last4: "4081",
  exp_month: "12",
  exp_year: "2030",
  channel: "card",
  card_type: "visa",
  bank: "TEST BANK",
  country_code: "NG",
  brand: "visa",
  reusable: true,
  signature: "SIG_sandbox0001",
  account_name: null,
  receiver_bank_account_number: null,
  receiver_bank: null,
}

/** As Paystack tells it: a payment that went back whole is `reversed`. */
export const statusOf = ({ status, is_reversed }: SandboxTransaction): string =>
  is_reversed ? "reversed" : status

/** The data of `charge.success`. */
export function chargeData(transaction: SandboxTransaction): Record<string, unknown> {
  return {
    id: transaction.id,
    domain: "test",
    status: statusOf(transaction),
    reference: transaction.reference,
    amount: transaction.amount,
    requested_amount: transaction.requested_amount,
    message: null,
    gateway_response: transaction.gateway_response,
    paid_at: transaction.paid_at,
    created_at: transaction.created_at,
    channel: "card",
    currency: transaction.currency,
    ip_address: "127.0.0.1",
    metadata: transaction.metadata ?? "",
    fees: transaction.fees,
    fees_split: null,
    authorization: transaction.status === "success" ? TEST_CARD : {},
    customer: customerOf(transaction),
    plan: null,
    split: splitDetails(transaction),
    subaccount: {},
    log: null,
    order_id: null,
  }
}

/** As Paystack tells of it: what was agreed, and what came of it. */
function splitDetails({ split, amount }: SandboxTransaction) {
  if (!split) {
    return {}
  }
  const shared = split.subaccounts.reduce((sum, { share }) => sum + share, 0)
  const of = (name: "share" | "amount") =>
    split.subaccounts.map(({ subaccount, share }) => ({ [name]: share, subaccount_code: subaccount }))

  return {
    formula: { type: "flat", subaccounts: of("share"), integration: amount - shared },
    shares: { paystack: 0, subaccounts: of("amount"), integration: amount - shared },
  }
}

/** The data of a transaction that is verified, fetched or listed. */
export function transactionDetails(transaction: SandboxTransaction) {
  return {
    ...chargeData(transaction),
    receipt_number: null,
    helpdesk_link: null,
    paidAt: transaction.paid_at,
    createdAt: transaction.created_at,
    transaction_date: transaction.created_at,
    pos_transaction_data: null,
    source: { source: "merchant_api", type: "api", identifier: null, entry_point: "transaction_initialize" },
    fees_breakdown: null,
    connect: null,
    plan_object: {},
  }
}

/** The data of `refund.processed`. */
export function refundData(refund: SandboxRefund): Record<string, unknown> {
  return {
    id: refund.id,
    status: refund.status,
    transaction_reference: refund.transaction_reference,
    refund_reference: null,
    // The real one sends a string here.
    amount: String(refund.amount),
    currency: refund.currency,
    processor: "instant-transfer",
    domain: "test",
    merchant_note: refund.merchant_note,
    customer_note: refund.customer_note,
  }
}

/** What `POST /refund` answers: the transaction is an object here and a number elsewhere. */
export function createdRefund(refund: SandboxRefund, transaction: SandboxTransaction) {
  return {
    ...commonRefund(refund),
    transaction: { ...transactionDetails(transaction), plan: {}, subaccount: { currency: null } },
    channel: null,
    fully_deducted: true,
    expected_at: refund.created_at,
    updatedAt: refund.created_at,
  }
}

/** What fetching or listing a refund answers. */
export function refundDetails(refund: SandboxRefund, transaction: SandboxTransaction) {
  return {
    ...commonRefund(refund),
    transaction: transaction.id,
    transaction_reference: refund.transaction_reference,
    transaction_amount: transaction.amount,
    dispute: null,
    settlement: null,
    fully_deducted: 1,
    refunded_at: refund.status === "processed" ? refund.created_at : null,
    bank_reference: null,
    reason: "",
    customer: { ...customerOf(transaction), ...NAMELESS },
    refund_type: refund.amount < transaction.amount ? "partial" : "full",
    initiated_by: "sandbox@localhost",
    refund_channel: "card",
    session_id: null,
    collect_account_number: false,
  }
}

function commonRefund(refund: SandboxRefund) {
  return {
    id: refund.id,
    integration: INTEGRATION,
    domain: "test",
    amount: refund.amount,
    deducted_amount: refund.amount,
    currency: refund.currency,
    status: refund.status,
    merchant_note: refund.merchant_note ?? `Refund for transaction ${refund.transaction_reference}`,
    customer_note: refund.customer_note ?? `Refund for transaction ${refund.transaction_reference}`,
    refunded_by: "sandbox@localhost",
    createdAt: refund.created_at,
  }
}

/** Refunds tell of a customer without a name in empty strings, transactions in nulls. */
const NAMELESS = { first_name: "", last_name: "", phone: "", metadata: "", international_format_phone: "" }

function customerOf({ id, email }: SandboxTransaction) {
  return {
    id,
    first_name: null,
    last_name: null,
    email,
    customer_code: `CUS_${id}`,
    phone: null,
    metadata: null,
    risk_action: "default",
    international_format_phone: null,
  }
}
