import { model } from "@medusajs/framework/utils"
import { REFUND_ACCOUNT_STATES } from "../domain/refund-account"

/** The buyer's account that a refund goes to which cannot go back the way it came; the last one named counts. */
export const GatewayRefundAccount = model.define("gateway_refund_account", {
  id: model.id({ prefix: "gra" }).primaryKey(),
  refund_id: model.text(),
  state: model.enum([...REFUND_ACCOUNT_STATES]),
  bank_code: model.text(),
  bank_name: model.text().nullable(),
  account_name: model.text(),
  account_last4: model.text(),
  account_number_ciphertext: model.text(),
  currency_code: model.text(),
  /** What a gateway said of the holder's name; null until it has answered. */
  name_check: model.text().nullable(),
  /** The words of the given name that the holder's has not. */
  name_missing: model.text().nullable(),
  entered_by: model.text(),
  approved_by: model.text().nullable(),
  posted_at: model.dateTime().nullable(),
  last_error: model.text().nullable(),
  replaced_at: model.dateTime().nullable(),
})
