import { furtherReference } from "../../lib/further-payment"
import {
  type Charge,
  type ChargeState,
  type FurtherPayment,
  GatewayUnavailableError,
} from "../../lib/gateway"
import { feeFromMajorText, fromMajorText } from "./amount"
import type { Transaction } from "./schemas"

/** Everything else is on its way: mobile money, USSD and transfers stay `pending` for hours. */
const STATES: Record<string, ChargeState> = {
  successful: "success",
  failed: "failed",
  cancelled: "abandoned",
  reversed: "reversed",
}

export const stateOf = (status: string): ChargeState => STATES[status.toLowerCase()] ?? "pending"

/** What Flutterwave says of an attempt to pay, in the port's words. */
export function toCharge(transaction: Transaction): Charge {
  const state = stateOf(transaction.status)
  const isPaid = state === "success" || state === "reversed"

  return {
    state,
    reference: transaction.tx_ref,
    amount_minor: isPaid ? paidMinor(transaction) : 0n,
    currency_code: transaction.currency.toLowerCase(),
    fee_minor: isPaid ? feeMinor(transaction) : 0n,
    gateway_id: transaction.id,
    channel: transaction.payment_type ?? null,
    paid_at: isPaid ? (transaction.created_at ?? null) : null,
  }
}

export const toFurther = (transaction: Transaction): FurtherPayment => ({
  reference: furtherReference(transaction.tx_ref, transaction.id),
  amount_minor: paidMinor(transaction),
  currency_code: transaction.currency.toLowerCase(),
})

/**
 * `amount` is what the payment was for, `charged_amount` what left the buyer's account: more where the buyer bears the fee,
 * which is not ours, and less where too little was sent, which then is all that was paid.
 */
function paidMinor(transaction: Transaction): bigint {
  const amount = exactly(transaction.amount, transaction.currency)
  const charged = transaction.charged_amount
    ? exactly(transaction.charged_amount, transaction.currency)
    : amount

  const paid = min(charged, amount)
  if (paid === 0n) {
    throw new GatewayUnavailableError("Flutterwave reports a payment of nothing.")
  }

  return paid
}

/**
 * What of the paid amount never reaches us: fee and stamp duty where the settled amount is told, else the fee as far as the
 * buyer did not pay it on top.
 */
function feeMinor(transaction: Transaction): bigint {
  const { currency } = transaction
  const paid = paidMinor(transaction)
  const settled = transaction.amount_settled ? fromMajorText(transaction.amount_settled, currency) : null
  if (settled !== null && settled > 0n && settled <= paid && !isSplitOff(transaction, paid - settled)) {
    return paid - settled
  }
  const fee = feeFromMajorText(transaction.app_fee ?? "0", currency)
  const onTop = transaction.charged_amount ? exactly(transaction.charged_amount, currency) - paid : 0n

  return fee > onTop ? min(fee - onTop, paid) : 0n
}

/** Stamp duty, in major units, of the country that has it. */
const DUTY: Record<string, string> = { NGN: "50" }

/** More is missing than the fee that is told, and duty: the rest went to the accounts of vendors and is no fee. */
function isSplitOff({ app_fee, currency }: Transaction, missing: bigint): boolean {
  if (!app_fee) {
    return false
  }

  return missing > feeFromMajorText(app_fee, currency) + exactly(DUTY[currency] ?? "0", currency)
}

const min = (a: bigint, b: bigint) => (a < b ? a : b)

/** @throws GatewayUnavailableError for an amount that the currency cannot have */
export function exactly(text: string, currencyCode: string): bigint {
  const amount = fromMajorText(text, currencyCode)
  if (amount === null) {
    throw new GatewayUnavailableError(
      `Flutterwave reports ${text} ${currencyCode}, which is no whole number of its units.`
    )
  }

  return amount
}
