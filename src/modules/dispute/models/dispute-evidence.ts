import { model } from "@medusajs/framework/utils"

/** A file that speaks for a shop, or for the buyer, stored encrypted. */
export const DisputeEvidence = model.define("dispute_evidence", {
  id: model.id({ prefix: "devd" }).primaryKey(),
  dispute_id: model.text(),
  author: model.enum(["vendor", "buyer"]).default("vendor"),
  /** The shop that shows it; null for the buyer. */
  vendor_id: model.text().nullable(),
  file_id: model.text(),
  file_key_ciphertext: model.text(),
  filename: model.text(),
  mime_type: model.text(),
  size_bytes: model.number(),
  note: model.text().nullable(),
  uploaded_by: model.text(),
})
