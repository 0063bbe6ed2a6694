import { model } from "@medusajs/framework/utils"

/** One side of an entry: debit positive, credit negative, integer minor units. */
export const LedgerPosting = model.define("ledger_posting", {
  id: model.id({ prefix: "lpos" }).primaryKey(),
  entry_id: model.text(),
  account_code: model.text(),
  currency_code: model.text(),
  amount_minor: model.text(),
})
