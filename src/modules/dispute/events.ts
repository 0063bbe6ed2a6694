import { eventNames } from "../../lib/outgoing-events"
import { DISPUTE_STATES } from "./domain/state"

export const DisputeEvents = eventNames("dispute", DISPUTE_STATES)

export const DisputeMessageEvents = eventNames("dispute-message", ["written"])
