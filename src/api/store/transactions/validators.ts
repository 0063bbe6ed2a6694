import { z } from "@medusajs/framework/zod"
import { moment, recordId, wholeNumber } from "../../../lib/list-params"

const filters = {
  order_id: recordId.optional(),
  kind: z.enum(["payment", "refund"]).optional(),
  /** Half open, as all periods are: from `$gte`, before `$lt`. */
  created_at: z
    .strictObject({
      $gte: moment.transform((value) => new Date(value)).optional(),
      $lt: moment.transform((value) => new Date(value)).optional(),
    })
    .optional(),
}

export const StoreExportTransactionsParams = z.strictObject(filters)

export type StoreExportTransactionsParamsType = z.infer<typeof StoreExportTransactionsParams>

export const StoreGetTransactionsParams = z.strictObject({
  ...filters,
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
})

export type StoreGetTransactionsParamsType = z.infer<typeof StoreGetTransactionsParams>
