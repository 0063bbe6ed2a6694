import { z } from "@medusajs/framework/zod"
import { recordId, wholeNumber } from "../../../lib/list-params"

export const StoreGetTransactionsParams = z.strictObject({
  order_id: recordId.optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
})

export type StoreGetTransactionsParamsType = z.infer<typeof StoreGetTransactionsParams>
