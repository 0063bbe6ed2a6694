import { model } from "@medusajs/framework/utils"

/** How few pieces of an inventory item, which is the id, its shop calls few. */
export const VendorStockThreshold = model.define("vendor_stock_threshold", {
  id: model.text().primaryKey(),
  vendor_id: model.text(),
  pieces: model.number(),
})
