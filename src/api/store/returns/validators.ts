import { z } from "@medusajs/framework/zod"
import { recordId, wholeNumber } from "../../../lib/list-params"
import { line, paragraph } from "../../../lib/shop-profile"
import { RETURN_REASONS } from "../../../modules/vendor-order/domain/return"

export const StoreOpenReturn = z.strictObject({
  order_id: recordId,
  /** Items of the order, all of one shop. */
  items: z
    .array(z.strictObject({ id: recordId, quantity: z.number().int().min(1).max(1_000_000) }))
    .min(1)
    .max(100)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, {
      message: "names an item twice",
    }),
  reason: z.enum(RETURN_REASONS),
  note: paragraph(1000).optional(),
})

export type StoreOpenReturnType = z.infer<typeof StoreOpenReturn>

export const StoreGetReturnsParams = z.strictObject({
  order_id: recordId,
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
})

export type StoreGetReturnsParamsType = z.infer<typeof StoreGetReturnsParams>

export const StoreSendReturn = z
  .strictObject({ carrier: line(100).optional(), tracking_number: line(100).optional() })
  .default({})

export type StoreSendReturnType = z.infer<typeof StoreSendReturn>
