import { eventNames } from "../../lib/outgoing-events"

export const CommissionRuleEvents = eventNames("commission-rule", ["made", "ended"])
