import { model } from "@medusajs/framework/utils"

/** What a shop has sent on one day (UTC), named by both in its id. */
export const UploadUsage = model.define("upload_usage", {
  id: model.text().primaryKey(),
  vendor_id: model.text(),
  files: model.number(),
  kilobytes: model.number(),
})
