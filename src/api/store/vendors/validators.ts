import { z } from "@medusajs/framework/zod"
import { createFindParams, createSelectParams } from "@medusajs/medusa/api/utils/validators"

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

export const StoreGetVendorsParams = createFindParams().extend({
  q: z.string().trim().max(200).optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 1_000_000).default(0),
  order: z.enum(["name", "-name", "created_at", "-created_at"]).default("name"),
})

export const StoreGetVendorParams = createSelectParams()
