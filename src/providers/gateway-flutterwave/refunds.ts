import { type GatewayRefund, GatewayUnavailableError, type RefundState } from "../../lib/gateway"
import { exactly } from "./charge"
import type { Refund } from "./schemas"

/** A refund is made once a status says where the money went; `completed` alone means no more than taken on. */
const MADE = /^(completed-.+|successful|succeeded)$/
const NOT_MADE = /^(failed|cancel)/

export const noteOf = (key: string) => `merkato:${key}`

/** @throws GatewayUnavailableError when the answer lacks the amount */
export function toRefund(refund: Refund, currencyCode: string): GatewayRefund {
  if (refund.amount === null) {
    throw new GatewayUnavailableError("Flutterwave does not say how much it refunded.")
  }

  return {
    gateway_refund_id: refund.id,
    amount_minor: exactly(refund.amount, currencyCode),
    state: stateOfRefund(refund),
  }
}

/** @throws GatewayUnavailableError when a refund of the transaction has no comment that could tell whose it is */
export function isMadeFor(refund: Refund, key: string, transactionId: string): boolean {
  if (refund.transaction_id !== null && refund.transaction_id !== transactionId) {
    return false
  }
  if (!refund.comment) {
    if (refund.transaction_id === null) {
      return false
    }
    // To take it for another's would refund twice.
    throw new GatewayUnavailableError("Flutterwave lists a refund of this payment without its comment.")
  }

  return refund.comment.split(/\s+/).includes(noteOf(key))
}

function stateOfRefund({ status, disburse_status }: Refund): RefundState {
  const words = [status, disburse_status ?? ""].map((word) => word.toLowerCase())
  if (words.some((word) => NOT_MADE.test(word))) {
    return "failed"
  }

  return words.some((word) => MADE.test(word)) ? "processed" : "pending"
}
