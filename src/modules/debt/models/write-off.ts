import { model } from "@medusajs/framework/utils"

/** Staff give up what a shop owes that has left. */
export const WriteOff = model.define("write_off", {
  id: model.id({ prefix: "woff" }).primaryKey(),
  vendor_id: model.text(),
  currency_code: model.text(),
  amount_minor: model.text(),
  state: model.enum(["requested", "approved", "rejected"]).default("requested"),
  reason: model.text(),
  requested_by: model.text(),
  decided_by: model.text().nullable(),
  decided_at: model.dateTime().nullable(),
})
