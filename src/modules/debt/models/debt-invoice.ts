import { model } from "@medusajs/framework/utils"
import { INVOICE_STATES } from "../domain/invoice"

/** A shop is asked to pay what it owes. What is left of it stands in the books, counted from `from_seq`. */
export const DebtInvoice = model.define("debt_invoice", {
  id: model.id({ prefix: "dinv" }).primaryKey(),
  number: model.text(),
  vendor_id: model.text(),
  currency_code: model.text(),
  amount_minor: model.text(),
  state: model.enum([...INVOICE_STATES]).default("open"),
  parts: model.json(),
  owed_since: model.dateTime().nullable(),
  shop_name: model.text(),
  address_lines: model.json(),
  from_seq: model.text(),
  credited_minor: model.text(),
  issued_by: model.text(),
  issued_at: model.dateTime(),
  due_at: model.dateTime(),
  closed_at: model.dateTime().nullable(),
  canceled_by: model.text().nullable(),
  canceled_reason: model.text().nullable(),
})
