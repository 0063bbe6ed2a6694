import { model } from "@medusajs/framework/utils"

/** What of one vendor order a case holds, with what was frozen at its sale. */
export const DisputeShare = model.define("dispute_share", {
  id: model.id({ prefix: "dshr" }).primaryKey(),
  dispute_id: model.text(),
  vendor_order_id: model.text(),
  vendor_id: model.text(),
  amount_minor: model.text(),
  commission_minor: model.text(),
  commission_tax_minor: model.text(),
  withholding_minor: model.text(),
  platform_tax_minor: model.text(),
  platform_discount_minor: model.text(),
  /** The shop agrees that the buyer gets the money. */
  accepted_by: model.text().nullable(),
  accepted_at: model.dateTime().nullable(),
})
