import { model } from "@medusajs/framework/utils"
import { Vendor } from "./vendor"

/** Where a shop's money goes. A change replaces the row, so `created_at` of the current one says when it changed. */
export const VendorBankAccount = model
  .define("vendor_bank_account", {
    id: model.id({ prefix: "vbank" }).primaryKey(),
    bank_code: model.text(),
    bank_name: model.text().nullable(),
    account_name: model.text(),
    account_last4: model.text(),
    account_number_ciphertext: model.text(),
    currency_code: model.text(),
    created_by: model.text(),
    /** When a gateway has confirmed that the name belongs to the number. */
    verified_at: model.dateTime().nullable(),
    replaced_at: model.dateTime().nullable(),
    vendor: model.belongsTo(() => Vendor),
  })
  .indexes([{ on: ["vendor_id"], unique: true, where: "replaced_at is null" }])
