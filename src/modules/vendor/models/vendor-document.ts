import { model } from "@medusajs/framework/utils"
import { Vendor } from "./vendor"

/** A paper that a shop has shown. The file is stored encrypted, with a key of its own that the key ring seals. */
export const VendorDocument = model.define("vendor_document", {
  id: model.id({ prefix: "vdoc" }).primaryKey(),
  /** Of the file module. */
  file_id: model.text(),
  file_key_ciphertext: model.text(),
  filename: model.text(),
  mime_type: model.text(),
  size_bytes: model.number(),
  uploaded_by: model.text(),
  vendor: model.belongsTo(() => Vendor),
})
