import { model } from "@medusajs/framework/utils"
import { WEBHOOK_EVENT_STATES } from "../domain/state"

/** One row per event of a gateway, however often it is delivered. */
export const WebhookEvent = model
  .define("webhook_event", {
    id: model.id({ prefix: "whe" }).primaryKey(),
    gateway: model.text(),
    type: model.text(),
    dedupe_key: model.text(),
    reference: model.text().nullable(),
    payload: model.json(),
    body_sha256: model.text(),
    state: model.enum([...WEBHOOK_EVENT_STATES]).default("received"),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime(),
    claimed_until: model.dateTime().nullable(),
    last_error: model.text().nullable(),
    outcome: model.text().nullable(),
    received_at: model.dateTime(),
    processed_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["gateway", "dedupe_key"], unique: true }])
