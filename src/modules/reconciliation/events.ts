import { eventNames } from "../../lib/outgoing-events"

export const ReconciliationLineEvents = eventNames("reconciliation-line", ["open", "repaired", "done"])
