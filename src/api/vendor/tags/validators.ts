import { z } from "@medusajs/framework/zod"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { wholeNumber } from "../../../lib/list-params"

export const VendorGetTagsParams = createFindParams()
  .omit({ with_deleted: true })
  .extend({
    q: z.string().trim().max(200).optional(),
    limit: wholeNumber(1, 100).default(20),
    offset: wholeNumber(0, 1_000_000).default(0),
    order: z.enum(["value", "-value", "created_at", "-created_at"]).default("value"),
  })
