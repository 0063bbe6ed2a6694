import { model } from "@medusajs/framework/utils"
import { MATCH_HOLD_STATES } from "../domain/match-hold"

/** The money of a vendor order waits for staff, because its buyer and its shop are alike in these kinds. What was alike is not kept. */
export const PayoutMatchHold = model.define("payout_match_hold", {
  vendor_order_id: model.text().primaryKey(),
  order_id: model.text(),
  vendor_id: model.text(),
  currency_code: model.text(),
  kinds: model.array(),
  state: model.enum([...MATCH_HOLD_STATES]).default("open"),
  reason: model.text().nullable(),
  decided_by: model.text().nullable(),
  decided_at: model.dateTime().nullable(),
})
