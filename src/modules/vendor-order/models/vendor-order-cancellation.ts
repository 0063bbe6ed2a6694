import { model } from "@medusajs/framework/utils"
import { CANCELLATION_STAGES } from "../domain/cancellation"

/** A shop calls its part of an order off. The row is written before anything is done, so a crash leaves what to finish. */
export const VendorOrderCancellation = model.define("vendor_order_cancellation", {
  id: model.id({ prefix: "voc" }).primaryKey(),
  vendor_order_id: model.text().unique(),
  order_id: model.text(),
  vendor_id: model.text(),
  stage: model.enum([...CANCELLATION_STAGES]),
  amount_minor: model.text(),
  /** Medusa's refund, once it is made. */
  refund_key: model.text().nullable(),
  actor: model.text(),
  reason: model.text(),
  last_error: model.text().nullable(),
})
