import { model } from "@medusajs/framework/utils"
import { SHARE_STATES } from "../domain/share"

/** What a gateway was told to pay of one payment to one vendor. Amounts are integer minor units. */
export const SplitShare = model
  .define("split_share", {
    id: model.id({ prefix: "spls" }).primaryKey(),
    gateway: model.text(),
    reference: model.text(),
    vendor_id: model.text(),
    currency_code: model.text(),
    subaccount_code: model.text(),
    share_minor: model.text(),
    state: model.enum([...SHARE_STATES]),
    paid_minor: model.text().nullable(),
    /** The order whose sale it is a part of; null until there is one. */
    order_id: model.text().nullable(),
    paid_at: model.dateTime(),
    ended_at: model.dateTime().nullable(),
    /** When it became what the vendor owes, because its payment went back. */
    unsold_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["reference", "vendor_id"], unique: true }])
