import { eventNames } from "../../lib/outgoing-events"

export const DebtEvents = eventNames("debt", ["reminded"])

export const WriteOffEvents = eventNames("write-off", ["requested", "approved", "rejected"])
