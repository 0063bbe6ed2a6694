import { model } from "@medusajs/framework/utils"

/** A setting that the operator has changed; what has no row keeps its default (`domain/settings.ts`). */
export const PlatformSetting = model.define("platform_setting", {
  key: model.text().primaryKey(),
  value: model.json(),
  updated_by: model.text().nullable(),
})
