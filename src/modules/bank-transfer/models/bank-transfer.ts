import { model } from "@medusajs/framework/utils"

/** One line of the bank's statement. Its amount never changes; the payment that it is for is set once. */
export const BankTransfer = model.define("bank_transfer", {
  id: model.id({ prefix: "btr" }).primaryKey(),
  bank_reference: model.text().unique(),
  reference: model.text().nullable(),
  narration: model.text(),
  amount_minor: model.text(),
  currency_code: model.text(),
  received_at: model.dateTime(),
  recorded_by: model.text(),
})
