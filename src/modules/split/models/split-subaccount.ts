import { model } from "@medusajs/framework/utils"

/** A vendor as a gateway knows it, and of which of its bank accounts the gateway was told. */
export const SplitSubaccount = model
  .define("split_subaccount", {
    id: model.id({ prefix: "splu" }).primaryKey(),
    vendor_id: model.text(),
    gateway: model.text(),
    code: model.text().nullable(),
    told_account_id: model.text().nullable(),
    posting_account_id: model.text().nullable(),
    posted_at: model.dateTime().nullable(),
    last_error: model.text().nullable(),
  })
  .indexes([{ on: ["vendor_id", "gateway"], unique: true }])
