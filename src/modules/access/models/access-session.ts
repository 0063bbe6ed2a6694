import { model } from "@medusajs/framework/utils"

/** One sign-in on one device. Every token and cookie names its session, and dies with it. */
export const AccessSession = model
  .define("access_session", {
    id: model.id({ prefix: "ases" }).primaryKey(),
    auth_identity_id: model.text(),
    actor_type: model.text(),
    actor_id: model.text(),
    /** The shop that this session works on when a request names none. */
    vendor_id: model.text().nullable(),
    device: model.text().nullable(),
    ip_address: model.text().nullable(),
    /** Sign-in, not renewal: the absolute age counts from here. */
    started_at: model.dateTime(),
    last_seen_at: model.dateTime(),
    expires_at: model.dateTime(),
    revoked_at: model.dateTime().nullable(),
    revoked_because: model.text().nullable(),
    impersonator_user_id: model.text().nullable(),
    impersonation_reason: model.text().nullable(),
  })
  .indexes([{ on: ["auth_identity_id", "started_at"] }, { on: ["actor_type", "actor_id"] }])
