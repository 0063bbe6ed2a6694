import { model } from "@medusajs/framework/utils"

/** What a refund gave back of one vendor order: a component of its own, never an edit of what was sold. */
export const VendorOrderRefund = model
  .define("vendor_order_refund", {
    id: model.id({ prefix: "vor" }).primaryKey(),
    vendor_order_id: model.text(),
    refund_key: model.text(),
    request_id: model.text().nullable(),
    amount_minor: model.text(),
    commission_minor: model.text(),
    commission_tax_minor: model.text(),
    withholding_minor: model.text(),
    platform_tax_minor: model.text(),
    platform_discount_minor: model.text(),
  })
  .indexes([{ on: ["refund_key", "vendor_order_id"], unique: true }])
