import { model } from "@medusajs/framework/utils"
import { DOOR_REASONS } from "../../../lib/pay-on-delivery"
import { COLLECTION_STATES } from "../domain/pay-on-delivery"

/** What is to be collected for a vendor order at the door, and what came of it; written with the vendor order. */
export const VendorOrderCollection = model.define("vendor_order_collection", {
  vendor_order_id: model.text().primaryKey(),
  order_id: model.text(),
  vendor_id: model.text(),
  currency_code: model.text(),
  amount_minor: model.text(),
  state: model.enum([...COLLECTION_STATES]).default("due"),
  /** Who has the money: the shop, or the platform's bank. */
  held_by: model.enum(["vendor", "platform"]).nullable(),
  /** The gateway's transaction that it was prepaid with. */
  prepaid_reference: model.text().nullable(),
  /** The caller's; the same one is the same collection. */
  idempotency_key: model.text().nullable(),
  reason_code: model.enum([...DOOR_REASONS]).nullable(),
  note: model.text().nullable(),
  actor: model.text().nullable(),
  closed_at: model.dateTime().nullable(),
  /** When Medusa's order and payment were brought up to it. */
  followed_at: model.dateTime().nullable(),
  /** Since when the shop owes what it has kept. */
  owed_at: model.dateTime().nullable(),
})
