import { model } from "@medusajs/framework/utils"
import { REQUIREMENT_KEYS, REQUIREMENT_STATES } from "../domain/requirement"
import { Vendor } from "./vendor"

/** What a shop handed in for one part of the checklist, and what staff decided. What can be computed has no row. */
export const VendorRequirement = model
  .define("vendor_requirement", {
    id: model.id({ prefix: "vreq" }).primaryKey(),
    key: model.enum([...REQUIREMENT_KEYS]),
    state: model.enum([...REQUIREMENT_STATES]),
    reason: model.text().nullable(),
    agreement_version: model.text().nullable(),
    submitted_by: model.text().nullable(),
    submitted_at: model.dateTime().nullable(),
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
    vendor: model.belongsTo(() => Vendor),
  })
  .indexes([{ on: ["vendor_id", "key"], unique: true }])
