import { model } from "@medusajs/framework/utils"
import { DISPUTE_KINDS, DISPUTE_STATES } from "../../../lib/dispute-states"

/** A case about money of an order: a bank's chargeback, or one that the buyer has opened with us. */
export const Dispute = model.define("dispute", {
  id: model.id({ prefix: "disp" }).primaryKey(),
  kind: model.enum([...DISPUTE_KINDS]),
  state: model.enum([...DISPUTE_STATES]),
  order_id: model.text(),
  currency_code: model.text(),
  /** What the buyer, or the bank, wants back. */
  claimed_minor: model.text(),
  /** How often the hold was made anew; part of its key in the books. */
  hold_number: model.number(),
  gateway: model.text().nullable(),
  gateway_dispute_id: model.text().nullable(),
  /** Our reference of the payment. */
  reference: model.text().nullable(),
  reason: model.text(),
  opened_by: model.text(),
  due_at: model.dateTime(),
  /** When it is acted on by itself if nobody has before. */
  act_at: model.dateTime(),
  submit_count: model.number(),
  submitted_at: model.dateTime().nullable(),
  /** When a call of the gateway was begun whose outcome is not known yet. */
  called_at: model.dateTime().nullable(),
  last_error: model.text().nullable(),
  /** What a ruling for the buyer gives back. */
  refund_minor: model.text().nullable(),
  /** How often it was decided for the buyer; part of the key under which its refund is asked for. */
  refund_count: model.number(),
  ruled_by: model.text().nullable(),
  ruling: model.text().nullable(),
  fee_minor: model.text(),
  fee_party: model.enum(["vendor", "platform"]).nullable(),
  closed_at: model.dateTime().nullable(),
})
