import { model } from "@medusajs/framework/utils"

/** A line of a vendor order that a case is about. */
export const DisputeItem = model.define("dispute_item", {
  id: model.id({ prefix: "ditm" }).primaryKey(),
  dispute_id: model.text(),
  vendor_order_id: model.text(),
  vendor_id: model.text(),
  vendor_order_line_id: model.text(),
  title: model.text(),
})
