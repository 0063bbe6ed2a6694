import { model } from "@medusajs/framework/utils"
import { STAFF_ROLES } from "../../../lib/permissions"

/** An invitation to the staff. Only the hash of its token is kept; the token goes out by e-mail alone. */
export const StaffInvitation = model
  .define("staff_invitation", {
    id: model.id({ prefix: "sinv" }).primaryKey(),
    email: model.text(),
    role: model.enum([...STAFF_ROLES]),
    token_hash: model.text(),
    expires_at: model.dateTime(),
    accepted_at: model.dateTime().nullable(),
    revoked_at: model.dateTime().nullable(),
    invited_by: model.text(),
  })
  .indexes([{ on: ["token_hash"], unique: true }])
