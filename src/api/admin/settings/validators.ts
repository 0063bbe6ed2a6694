import { z } from "@medusajs/framework/zod"
import { SETTINGS, type Settings } from "../../../modules/access/domain/settings"

/** The settings without their defaults: what is not named stays as it is. */
const shape = Object.fromEntries(
  Object.entries(SETTINGS).map(([key, schema]) => [key, schema.unwrap().optional()])
)

export const AdminUpdateSettings = z.strictObject(shape)
export type AdminUpdateSettingsType = Partial<Settings>
