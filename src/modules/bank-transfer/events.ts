import { eventNames } from "../../lib/outgoing-events"

export const BankTransferEvents = eventNames("bank-transfer", ["recorded"])

export const BankRefundEvents = eventNames("bank-refund", ["waiting", "made", "failed"])
