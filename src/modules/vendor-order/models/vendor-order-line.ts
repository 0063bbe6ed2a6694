import { model } from "@medusajs/framework/utils"

/** One order item or shipping method of a vendor order, with the commission frozen at sale. */
export const VendorOrderLine = model.define("vendor_order_line", {
  id: model.id({ prefix: "vol" }).primaryKey(),
  vendor_order_id: model.text(),
  kind: model.enum(["item", "shipping"]),
  /** Id of the order's line item or shipping method. */
  source_id: model.text(),
  title: model.text(),
  quantity: model.text(),
  gross_minor: model.text(),
  vendor_discount_minor: model.text(),
  platform_discount_minor: model.text(),
  tax_minor: model.text(),
  total_minor: model.text(),
  commission_rate_bps: model.number(),
  commission_minor: model.text(),
  net_minor: model.text(),
})
