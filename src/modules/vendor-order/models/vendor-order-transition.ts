import { model } from "@medusajs/framework/utils"
import { VENDOR_ORDER_STATUSES } from "../domain/status"

/** The history of a vendor order: who moved it, when and why. */
export const VendorOrderTransition = model.define("vendor_order_transition", {
  id: model.id({ prefix: "vot" }).primaryKey(),
  vendor_order_id: model.text(),
  from_status: model.enum([...VENDOR_ORDER_STATUSES]).nullable(),
  to_status: model.enum([...VENDOR_ORDER_STATUSES]),
  actor: model.text(),
  reason: model.text().nullable(),
})
