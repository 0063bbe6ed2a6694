import { model } from "@medusajs/framework/utils"
import { RETURN_REASONS, RETURN_STATES } from "../domain/return"

/** What Medusa's return of the same id lacks. */
export const VendorOrderReturn = model.define("vendor_order_return", {
  return_id: model.text().primaryKey(),
  vendor_order_id: model.text(),
  order_id: model.text(),
  vendor_id: model.text(),
  state: model.enum([...RETURN_STATES]).default("requested"),
  reason_code: model.enum([...RETURN_REASONS]),
  note: model.text().nullable(),
  /** Addresses of the buyer's pictures. */
  photos: model.json(),
  /** The lines of the vendor order, and how many of each. */
  items: model.json(),
  decided_by: model.text().nullable(),
  decision_note: model.text().nullable(),
  carrier: model.text().nullable(),
  tracking_number: model.text().nullable(),
  /** Since when it is in its state. */
  moved_at: model.dateTime(),
  refund_request_id: model.text().nullable(),
})
