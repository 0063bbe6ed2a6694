import { z } from "@medusajs/framework/zod"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { wholeNumber } from "../../../lib/list-params"

/** `parent_category_id=null` asks for the top of the tree. */
export const VendorGetCategoriesParams = createFindParams()
  .omit({ with_deleted: true })
  .extend({
    q: z.string().trim().max(200).optional(),
    parent_category_id: z
      .string()
      .max(100)
      .transform((id) => (id === "null" || !id ? null : id))
      .optional(),
    limit: wholeNumber(1, 100).default(20),
    offset: wholeNumber(0, 1_000_000).default(0),
    order: z.enum(["name", "-name", "rank", "-rank", "created_at", "-created_at"]).default("name"),
  })
