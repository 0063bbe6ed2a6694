import { model } from "@medusajs/framework/utils"
import { AREAS, CAUSE_CODES } from "../domain/causes"

/** One difference, for ever. Amounts are integer minor units. */
export const ReconciliationLine = model.define("reconciliation_line", {
  id: model.id({ prefix: "rlin" }).primaryKey(),
  key: model.text().unique(),
  area: model.enum([...AREAS]),
  cause: model.enum(CAUSE_CODES),
  gateway: model.text().nullable(),
  reference: model.text().nullable(),
  currency_code: model.text().nullable(),
  expected_minor: model.text().nullable(),
  found_minor: model.text().nullable(),
  state: model.enum(["open", "repaired", "done"]),
  first_run_id: model.text(),
  last_run_id: model.text(),
  done_by: model.text().nullable(),
  done_at: model.dateTime().nullable(),
  note: model.text().nullable(),
})
