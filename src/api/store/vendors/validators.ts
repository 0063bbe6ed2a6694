import { z } from "@medusajs/framework/zod"
import { createFindParams, createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { wholeNumber } from "../../../lib/list-params"

export const StoreGetVendorsParams = createFindParams().extend({
  q: z.string().trim().max(200).optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
  order: z.enum(["name", "-name", "created_at", "-created_at"]).default("name"),
})

export const StoreGetVendorParams = createSelectParams()
