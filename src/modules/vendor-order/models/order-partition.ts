import { model } from "@medusajs/framework/utils"

/** One row per order that was divided among vendors; unique per cart too, so a cart is never divided twice. */
export const OrderPartition = model.define("order_partition", {
  id: model.id({ prefix: "opart" }).primaryKey(),
  order_id: model.text().unique(),
  cart_id: model.text().nullable(),
  currency_code: model.text(),
  charged_minor: model.text(),
  credit_minor: model.text(),
})
