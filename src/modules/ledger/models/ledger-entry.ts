import { model } from "@medusajs/framework/utils"
import { ENTRY_KINDS } from "../../../lib/ledger-names"

/** One movement of money. Written once; the database refuses any change. */
export const LedgerEntry = model.define("ledger_entry", {
  id: model.id({ prefix: "lent" }).primaryKey(),
  kind: model.enum([...ENTRY_KINDS]),
  idempotency_key: model.text().unique(),
  currency_code: model.text(),
  occurred_at: model.dateTime(),
  reference: model.json(),
  reverses_id: model.text().nullable(),
})
