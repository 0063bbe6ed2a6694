import { model } from "@medusajs/framework/utils"

/** One comparison of the books with what gateways say. */
export const ReconciliationRun = model.define("reconciliation_run", {
  id: model.id({ prefix: "rrun" }).primaryKey(),
  state: model.enum(["running", "done", "failed"]),
  started_by: model.text().nullable(),
  since: model.dateTime(),
  finished_at: model.dateTime().nullable(),
  found: model.number().default(0),
  repaired: model.number().default(0),
  open: model.number().default(0),
  left_out: model.json().nullable(),
  last_error: model.text().nullable(),
})
