import { model } from "@medusajs/framework/utils"

/** A place under a shop's limit, taken while a product is being created; what a killed server leaves expires. */
export const ProductSlot = model
  .define("product_slot", {
    product_id: model.text().primaryKey(),
    vendor_id: model.text(),
    expires_at: model.dateTime(),
  })
  .indexes([{ on: ["vendor_id"] }])
