import { model } from "@medusajs/framework/utils"
import { Vendor } from "./vendor"

export const VendorMember = model
  .define("vendor_member", {
    id: model.id({ prefix: "vmem" }).primaryKey(),
    user_id: model.text(),
    role: model.enum(["owner"]).default("owner"),
    vendor: model.belongsTo(() => Vendor),
  })
  .indexes([{ on: ["vendor_id", "user_id"], unique: true }])
