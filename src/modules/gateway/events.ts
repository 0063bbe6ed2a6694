import { eventNames } from "../../lib/outgoing-events"
import { refundTransitions } from "./domain/refund"
import { transactionTransitions } from "./domain/transaction"

const wordsOf = <Word extends string>(transitions: Record<Word, unknown>) =>
  Object.keys(transitions) as Word[]

export const GatewayTransactionEvents = eventNames("gateway-transaction", wordsOf(transactionTransitions))

export const GatewayRefundEvents = eventNames("gateway-refund", wordsOf(refundTransitions))
