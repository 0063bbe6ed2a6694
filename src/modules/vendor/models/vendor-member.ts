import { model } from "@medusajs/framework/utils"
import { VENDOR_ROLES } from "../../../lib/permissions"
import { Vendor } from "./vendor"

export const VendorMember = model
  .define("vendor_member", {
    id: model.id({ prefix: "vmem" }).primaryKey(),
    user_id: model.text(),
    role: model.enum([...VENDOR_ROLES]).default("owner"),
    vendor: model.belongsTo(() => Vendor),
  })
  .indexes([{ on: ["vendor_id", "user_id"], unique: true }])
