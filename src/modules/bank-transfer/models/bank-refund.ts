import { model } from "@medusajs/framework/utils"

/** Money that a person has to send back by a transfer of the platform's own. */
export const BankRefund = model.define("bank_refund", {
  id: model.id({ prefix: "bref" }).primaryKey(),
  key: model.text().unique(),
  reference: model.text(),
  amount_minor: model.text(),
  currency_code: model.text(),
  state: model.enum(["waiting", "made", "failed"]).default("waiting"),
  note: model.text().nullable(),
  marked_by: model.text().nullable(),
  marked_at: model.dateTime().nullable(),
})
