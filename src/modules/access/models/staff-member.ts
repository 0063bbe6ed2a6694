import { model } from "@medusajs/framework/utils"
import { STAFF_ROLES } from "../../../lib/permissions"

/** A user who works for the platform. A user without such a row and without a shop may do nothing. */
export const StaffMember = model
  .define("staff_member", {
    id: model.id({ prefix: "stf" }).primaryKey(),
    user_id: model.text(),
    role: model.enum([...STAFF_ROLES]),
    granted_by: model.text().nullable(),
  })
  .indexes([{ on: ["user_id"], unique: true }])
