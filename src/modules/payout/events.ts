import { eventNames } from "../../lib/outgoing-events"
import { PAYOUT_STATES } from "./domain/state"

export const PayoutEvents = eventNames("payout", PAYOUT_STATES)

export const PayoutReleaseEvents = eventNames("payout-release", ["made"])
