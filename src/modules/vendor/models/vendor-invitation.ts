import { model } from "@medusajs/framework/utils"
import { VENDOR_ROLES } from "../../../lib/permissions"
import { Vendor } from "./vendor"

/** An invitation into a shop. Only the hash of its token is kept; the token goes out by e-mail alone. */
export const VendorInvitation = model
  .define("vendor_invitation", {
    id: model.id({ prefix: "vinv" }).primaryKey(),
    /** Normalised; nobody else can accept. */
    email: model.text(),
    role: model.enum([...VENDOR_ROLES]),
    token_hash: model.text(),
    expires_at: model.dateTime(),
    /** Of the last e-mail. */
    sent_at: model.dateTime(),
    sent_count: model.number().default(1),
    accepted_at: model.dateTime().nullable(),
    accepted_by: model.text().nullable(),
    revoked_at: model.dateTime().nullable(),
    /** Must still hold the right when the invitation is accepted. */
    invited_by: model.text(),
    vendor: model.belongsTo(() => Vendor),
  })
  .indexes([{ on: ["token_hash"], unique: true }])
