import { model } from "@medusajs/framework/utils"
import { PRODUCT_DECISIONS } from "../domain/product-status"

/** What staff decided on a shop's product, and why. `created_at` says when; the last row counts. */
export const ProductDecision = model
  .define("product_decision", {
    id: model.id({ prefix: "pdec" }).primaryKey(),
    vendor_id: model.text(),
    product_id: model.text(),
    decision: model.enum([...PRODUCT_DECISIONS]),
    reason: model.text().nullable(),
    actor: model.text(),
    /** Of an approval: what was approved. */
    content: model.json().nullable(),
  })
  .indexes([{ on: ["product_id", "created_at"] }])
