import { model } from "@medusajs/framework/utils"
import { PAYOUT_STATES } from "../domain/state"

/** One row per payout, committed together with its hold in the books before any rail is called. */
export const Payout = model
  .define("payout", {
    id: model.id({ prefix: "pout" }).primaryKey(),
    vendor_id: model.text(),
    currency_code: model.text(),
    amount_minor: model.text(),
    /** The part of the amount that the platform keeps; the rail sends the rest. */
    fee_minor: model.text().default("0"),
    state: model.enum([...PAYOUT_STATES]),
    origin: model.enum(["schedule", "vendor", "retry"]),
    period: model.text().nullable(),
    retry_of: model.text().unique().nullable(),
    rail: model.text(),
    reference: model.text().unique(),
    /** Where it goes, as it was when the payout was made; the number itself stays sealed in its own row. */
    bank_account_id: model.text(),
    bank_name: model.text().nullable(),
    account_last4: model.text(),
    requested_by: model.text().nullable(),
    approved_by: model.text().nullable(),
    approved_at: model.dateTime().nullable(),
    rejected_by: model.text().nullable(),
    posted_at: model.dateTime().nullable(),
    post_count: model.number().default(0),
    checked_at: model.dateTime().nullable(),
    rail_id: model.text().nullable(),
    /** Why it failed, came back or was refused: for the vendor to read. */
    reason: model.text().nullable(),
    last_error: model.text().nullable(),
    batch: model.text().nullable(),
    marked_by: model.text().nullable(),
    paid_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["vendor_id", "created_at", "id"] }])
