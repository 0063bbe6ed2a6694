import { model } from "@medusajs/framework/utils"
import { VENDOR_STATUSES } from "../domain/vendor-status"
import { Vendor } from "./vendor"

/** The history of a shop's status; the first row has no `from_status`. `created_at` says when. */
export const VendorStatusChange = model.define("vendor_status_change", {
  id: model.id({ prefix: "vsch" }).primaryKey(),
  from_status: model.enum([...VENDOR_STATUSES]).nullable(),
  to_status: model.enum([...VENDOR_STATUSES]),
  reason: model.text().nullable(),
  actor: model.text(),
  vendor: model.belongsTo(() => Vendor),
})
