import { eventNames } from "../../lib/outgoing-events"

export const SettlementEvents = eventNames("gateway-settlement", ["booked"])
