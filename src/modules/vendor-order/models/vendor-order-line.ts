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
  /** What of it the platform pays to the tax office. */
  platform_tax_minor: model.text(),
  total_minor: model.text(),
  commission_rate_bps: model.number(),
  commission_fixed_minor: model.text(),
  commission_base_minor: model.text(),
  commission_minor: model.text(),
  commission_tax_minor: model.text(),
  withholding_minor: model.text(),
  /** The version of the rule that held; null where none did. */
  commission_rule_id: model.text().nullable(),
  /** As a person reads it: `8 % Electronics + ₦50, capped at ₦5,000`. */
  commission_explanation: model.text(),
  net_minor: model.text(),
})
