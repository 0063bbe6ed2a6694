import { model } from "@medusajs/framework/utils"
import { refundTransitions } from "../domain/refund"

/** One row per attempt to refund, committed before the gateway is called. Amounts are integer minor units. */
export const GatewayRefund = model.define("gateway_refund", {
  id: model.id({ prefix: "grf" }).primaryKey(),
  transaction_id: model.text().index(),
  gateway: model.text(),
  reference: model.text(),
  key: model.text().unique(),
  adopted_by_key: model.text().unique().nullable(),
  amount_minor: model.text(),
  currency_code: model.text(),
  reason: model.text().nullable(),
  origin: model.enum(["medusa", "orphan"]),
  state: model.enum(Object.keys(refundTransitions)),
  gateway_refund_id: model.text().nullable(),
  is_disowned: model.boolean().default(false),
  last_error: model.text().nullable(),
  posted_at: model.dateTime(),
  checked_at: model.dateTime().nullable(),
  /** What the ledger says of it: nothing, that the money went back, or that it came back to us. */
  booked: model.enum(["given", "returned"]).nullable(),
  root_id: model.text().nullable(),
  retries_id: model.text().unique().nullable(),
  tries: model.number().default(1),
  retry_at: model.dateTime().nullable(),
  /** What a failure has led to: another attempt, or a person was told. */
  follow_up: model.enum(["retried", "person"]).nullable(),
})
