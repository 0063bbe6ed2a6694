import { model } from "@medusajs/framework/utils"
import { STATES } from "../domain/metric"

/** Where a shop stood when it was last looked at: for lists of all shops, and for pages that show no more than that. */
export const Scorecard = model.define("scorecard", {
  vendor_id: model.text().primaryKey(),
  /** The worst of its metrics. */
  state: model.enum([...STATES]),
  metrics: model.json(),
  computed_at: model.dateTime(),
})
