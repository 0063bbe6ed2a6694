import { model } from "@medusajs/framework/utils"
import { transactionTransitions } from "../domain/transaction"

/**
 * One row per reference ever given to a gateway. At most one row of a session is not superseded; the superseded
 * ones stay, because money may still arrive on them. Amounts are integer minor units; the column is numeric and
 * the driver hands it out as a string, which keeps every digit.
 */
export const GatewayTransaction = model
  .define("gateway_transaction", {
    id: model.id({ prefix: "gtx" }).primaryKey(),
    gateway: model.text(),
    reference: model.text().unique(),
    session_id: model.text(),
    amount_minor: model.text(),
    currency_code: model.text(),
    email: model.text(),
    state: model.enum(Object.keys(transactionTransitions)),
    redirect_url: model.text().nullable(),
    access_code: model.text().nullable(),
    superseded_at: model.dateTime().nullable(),
    withdrawn_at: model.dateTime().nullable(),
    paid_minor: model.text().nullable(),
    paid_currency_code: model.text().nullable(),
    fee_minor: model.text().nullable(),
    gateway_id: model.text().nullable(),
    channel: model.text().nullable(),
    /** Hashes by which a card is known again; the card itself is nowhere. */
    card_keys: model.array().nullable(),
    paid_at: model.dateTime().nullable(),
    checked_at: model.dateTime().nullable(),
    next_check_at: model.dateTime(),
    settled_at: model.dateTime().nullable(),
    outcome: model.text().nullable(),
    split: model.json().nullable(),
  })
  .indexes([{ on: ["session_id"], unique: true, where: "superseded_at is null and deleted_at is null" }])
