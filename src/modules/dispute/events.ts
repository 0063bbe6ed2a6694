import { DISPUTE_STATES } from "../../lib/dispute-states"
import { eventNames } from "../../lib/outgoing-events"

export const DisputeEvents = eventNames("dispute", DISPUTE_STATES)

export const DisputeMessageEvents = eventNames("dispute-message", ["written"])
