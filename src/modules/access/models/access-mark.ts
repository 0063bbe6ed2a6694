import { model } from "@medusajs/framework/utils"

/** Per login: tokens issued before `revoked_before` are dead, in every process. */
export const AccessMark = model.define("access_mark", {
  auth_identity_id: model.text().primaryKey(),
  revoked_before: model.dateTime().nullable(),
  /** After a change of phone, SMS is no second factor for a while (SIM swap). */
  phone_changed_at: model.dateTime().nullable(),
})
