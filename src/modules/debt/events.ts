import { eventNames } from "../../lib/outgoing-events"
import { INVOICE_STATES } from "./domain/invoice"

export const DebtEvents = eventNames("debt", ["reminded"])

export const WriteOffEvents = eventNames("write-off", ["requested", "approved", "rejected"])

export const DebtInvoiceEvents = eventNames("debt-invoice", INVOICE_STATES)
