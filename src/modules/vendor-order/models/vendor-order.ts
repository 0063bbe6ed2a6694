import { model } from "@medusajs/framework/utils"
import { VENDOR_ORDER_STATUSES } from "../domain/status"

/**
 * One vendor's part of an order, as sold. Amounts are integer minor units, never edited; the column is numeric and
 * the driver hands it out as a string, which keeps every digit.
 */
export const VendorOrder = model
  .define("vendor_order", {
    id: model.id({ prefix: "vord" }).primaryKey(),
    display_number: model.text(),
    order_id: model.text(),
    partition_id: model.text(),
    vendor_id: model.text(),
    status: model.enum([...VENDOR_ORDER_STATUSES]).default("pending"),
    currency_code: model.text(),
    item_count: model.number(),
    item_minor: model.text(),
    shipping_minor: model.text(),
    vendor_discount_minor: model.text(),
    platform_discount_minor: model.text(),
    tax_minor: model.text(),
    /** What of it the platform pays to the tax office. */
    platform_tax_minor: model.text(),
    total_minor: model.text(),
    credit_minor: model.text(),
    charged_minor: model.text(),
    commission_minor: model.text(),
    commission_tax_minor: model.text(),
    withholding_minor: model.text(),
    net_minor: model.text(),
    placed_at: model.dateTime(),
  })
  .indexes([{ on: ["order_id", "vendor_id"], unique: true }])
