import { z } from "@medusajs/framework/zod"

/** The `version` of the record that whoever decides has looked at. */
export const seenVersion = z
  .string()
  .regex(/^[0-9a-f]{32}$/, "must be the version that the record was shown with")
