import { model } from "@medusajs/framework/utils"

/** A shop owes something in a currency: since when, and when it was last told. How much stands in the books. */
export const Debt = model.define("debt", {
  id: model.id({ prefix: "debt" }).primaryKey(),
  vendor_id: model.text(),
  currency_code: model.text(),
  since: model.dateTime(),
  seen_at: model.dateTime(),
  reminded_at: model.dateTime().nullable(),
  reminders: model.number().default(0),
})
