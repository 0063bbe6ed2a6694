import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StaffRequest } from "../../access/admit-staff"
import { type HiddenEntries, hiddenEntries } from "./hidden-entries"

type Stored = { configuration: { widgets?: Record<string, object> } } | null
type Answer = { personal_configuration: Stored; default_configuration: Stored }

/** Staff keep what they have arranged, without the entries that are for others. */
export function narrowNavigation(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const grants = (req as StaffRequest).staff_context?.grants
  if (grants && req.params.zone === "sidebar") {
    const hidden = hiddenEntries(grants)
    const send = res.json.bind(res)
    res.json = (answer) => send(narrowed(answer as Answer, hidden))
  }
  next()
}

const narrowed = (answer: Answer, hidden: HiddenEntries) => ({
  ...answer,
  personal_configuration: answer.personal_configuration && without(answer.personal_configuration, hidden),
  default_configuration: without(answer.default_configuration, hidden),
})

const without = (stored: Stored, hidden: HiddenEntries) => ({
  ...stored,
  configuration: {
    ...stored?.configuration,
    widgets: { ...stored?.configuration.widgets, ...hidden },
  },
})
