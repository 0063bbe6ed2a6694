import { model } from "@medusajs/framework/utils"
import { ACCOUNT_TYPES } from "../../../lib/ledger-names"

/** The code is the key: it says type, owner and currency, and never changes. */
export const LedgerAccount = model.define("ledger_account", {
  code: model.text().primaryKey(),
  type: model.enum([...ACCOUNT_TYPES]),
  owner: model.text().nullable(),
  currency_code: model.text(),
})
