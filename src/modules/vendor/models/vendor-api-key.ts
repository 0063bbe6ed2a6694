import { model } from "@medusajs/framework/utils"
import { Vendor } from "./vendor"

/** A key by which a program acts for one shop. Only its hash is kept; the prefix tells people which one it is. */
export const VendorApiKey = model
  .define("vendor_api_key", {
    id: model.id({ prefix: "vkey" }).primaryKey(),
    name: model.text(),
    prefix: model.text(),
    token_hash: model.text(),
    permissions: model.array(),
    /** Of the user. The key allows no more than this person's role in the shop does at the moment. */
    created_by: model.text(),
    expires_at: model.dateTime(),
    last_used_at: model.dateTime().nullable(),
    revoked_at: model.dateTime().nullable(),
    vendor: model.belongsTo(() => Vendor),
  })
  .indexes([{ on: ["token_hash"], unique: true }])
