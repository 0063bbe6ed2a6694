import { MedusaError } from "@medusajs/framework/utils"
import { ErrorCode, paymentRefused } from "../../lib/errors"
import type { Charge, GatewayTransaction, RefundAttempt, RefundAttemptState } from "../../lib/gateway"
import type { SessionData } from "./session-data"

/** States of a refund in which no money went back. */
const NOTHING_REFUNDED: readonly RefundAttemptState[] = ["failed", "refused", "not_executed"]

export type PaidFacts = {
  session: SessionData
  /** The payment session that is being authorised, as Medusa names it. */
  session_id: string | undefined
  transaction: GatewayTransaction
  charge: Charge
  refunds: RefundAttempt[]
}

/**
 * Lets a payment through only if the gateway says that exactly what was asked for was paid, on the transaction that
 * backs this session, and none of it went back.
 */
export function assertPaid(facts: PaidFacts): void {
  const { session, transaction, charge } = facts
  if (charge.state === "failed") {
    throw paymentRefused(ErrorCode.PAYMENT_NOT_PAID, "The payment failed. Start another one.")
  }
  if (charge.state !== "success" && charge.state !== "reversed") {
    throw new MedusaError(
      MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
      "The payment is not made yet. Finish it on the payment page.",
      ErrorCode.PAYMENT_NOT_PAID
    )
  }
  const isOurs =
    transaction.session_id === facts.session_id &&
    transaction.superseded_at === null &&
    charge.reference === session.reference
  const isExact =
    String(charge.amount_minor) === session.expected_minor &&
    charge.amount_minor === transaction.amount_minor &&
    charge.currency_code === session.currency_code &&
    charge.currency_code === transaction.currency_code
  if (!isOurs || !isExact) {
    throw paymentRefused(
      ErrorCode.PAYMENT_MISMATCH,
      "What was paid is not what was asked for. The money will be sent back."
    )
  }
  const isRefunded = facts.refunds.some((refund) => !NOTHING_REFUNDED.includes(refund.state))
  if (charge.state === "reversed" || isRefunded) {
    throw paymentRefused(ErrorCode.PAYMENT_NOT_PAID, "This payment was already sent back. Start another one.")
  }
}
