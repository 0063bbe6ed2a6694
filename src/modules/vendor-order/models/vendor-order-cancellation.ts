import { model } from "@medusajs/framework/utils"
import { REFUND_REASONS } from "../../../lib/refund-reasons"
import { CANCELLATION_STAGES } from "../domain/cancellation"
import { FAULTS } from "../domain/refund-request"

/** A shop's part of an order is called off, by the shop or for it. The row is written before anything is done, so a crash leaves what to finish. */
export const VendorOrderCancellation = model.define("vendor_order_cancellation", {
  id: model.id({ prefix: "voc" }).primaryKey(),
  vendor_order_id: model.text().unique(),
  order_id: model.text(),
  vendor_id: model.text(),
  stage: model.enum([...CANCELLATION_STAGES]),
  amount_minor: model.text(),
  /** What had gone back of the part before: the two are what was charged for it. */
  given_before_minor: model.text().default("0"),
  /** Medusa's refund, once it is made. */
  refund_key: model.text().nullable(),
  actor: model.text(),
  reason: model.text(),
  canceled_by: model.enum(["vendor", "buyer", "staff", "clock"]),
  reason_code: model.enum([...REFUND_REASONS]),
  fault: model.enum([...FAULTS]),
  last_error: model.text().nullable(),
})
