import { model } from "@medusajs/framework/utils"
import { REFUND_REASONS } from "../../../lib/refund-reasons"
import { FAULTS, REFUND_STAGES } from "../domain/refund-request"

/** A part of a vendor order is to be given back. Written before anything is asked for, so a crash leaves what to finish. */
export const VendorOrderRefundRequest = model.define("vendor_order_refund_request", {
  id: model.id({ prefix: "vorr" }).primaryKey(),
  vendor_order_id: model.text(),
  order_id: model.text(),
  vendor_id: model.text(),
  /** The caller's; the same one is the same refund, and must want the same. */
  idempotency_key: model.text(),
  wanted: model.text(),
  /** The pieces that it is for. */
  lines: model.json(),
  amount_minor: model.text(),
  /** What the buyer bears of the gateway's fee, and does not get. */
  withheld_minor: model.text(),
  commission_minor: model.text(),
  commission_tax_minor: model.text(),
  withholding_minor: model.text(),
  platform_tax_minor: model.text(),
  platform_discount_minor: model.text(),
  stage: model.enum([...REFUND_STAGES]),
  reason_code: model.enum([...REFUND_REASONS]),
  fault: model.enum([...FAULTS]),
  note: model.text().nullable(),
  actor: model.text(),
  /** Medusa's refund, once it is made. */
  refund_key: model.text().nullable(),
  last_error: model.text().nullable(),
})
