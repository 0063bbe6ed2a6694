import { model } from "@medusajs/framework/utils"

/** What somebody wrote in a case. What one shop writes, no other shop of the case reads. */
export const DisputeMessage = model.define("dispute_message", {
  id: model.id({ prefix: "dmsg" }).primaryKey(),
  dispute_id: model.text(),
  author: model.enum(["buyer", "vendor", "staff"]),
  author_id: model.text(),
  /** The shop that wrote it, or that alone it is for; null for all. */
  vendor_id: model.text().nullable(),
  text: model.text(),
})
