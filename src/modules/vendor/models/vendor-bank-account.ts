import { model } from "@medusajs/framework/utils"
import { ACCOUNT_KINDS } from "../../../lib/mobile-money"
import { NAME_CHECKS } from "../domain/account-name"
import { Vendor } from "./vendor"

/** Where a shop's money goes. A change replaces the row, so `created_at` of the current one says when it changed. */
export const VendorBankAccount = model
  .define("vendor_bank_account", {
    id: model.id({ prefix: "vbank" }).primaryKey(),
    kind: model.enum([...ACCOUNT_KINDS]).default("bank"),
    /** Of the bank, or of the operator of a wallet. */
    bank_code: model.text(),
    bank_name: model.text().nullable(),
    account_name: model.text(),
    account_last4: model.text(),
    account_number_ciphertext: model.text(),
    currency_code: model.text(),
    created_by: model.text(),
    /** When a gateway has confirmed that the name belongs to the number. */
    verified_at: model.dateTime().nullable(),
    /** What it said when it was asked; null until it has answered. */
    name_check: model.enum([...NAME_CHECKS]).nullable(),
    /** The words of the given name that the holder's has not. */
    name_missing: model.text().nullable(),
    replaced_at: model.dateTime().nullable(),
    vendor: model.belongsTo(() => Vendor),
  })
  .indexes([{ on: ["vendor_id"], unique: true, where: "replaced_at is null" }])
