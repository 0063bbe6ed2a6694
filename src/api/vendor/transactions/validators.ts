import { z } from "@medusajs/framework/zod"
import { ENTRY_KINDS } from "../../../lib/ledger-names"
import { moment, recordId, wholeNumber } from "../../../lib/list-params"

const BALANCES = [
  "pending",
  "available",
  "reserved",
  "disputed",
  "receivable",
  "split",
  "cash",
  "deposit",
  "in_transit",
] as const

const filters = {
  kind: z.enum(ENTRY_KINDS).optional(),
  balance: z.enum(BALANCES).optional(),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((code) => code.toLowerCase())
    .optional(),
  /** Half open, as all periods are: from `$gte`, before `$lt`. */
  occurred_at: z
    .strictObject({
      $gte: moment.transform((value) => new Date(value)).optional(),
      $lt: moment.transform((value) => new Date(value)).optional(),
    })
    .optional(),
}

export const VendorExportTransactionsParams = z.strictObject(filters)

export type VendorExportTransactionsParamsType = z.infer<typeof VendorExportTransactionsParams>

export const VendorGetTransactionsParams = z.strictObject({
  ...filters,
  order_id: recordId.optional(),
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
})

export type VendorGetTransactionsParamsType = z.infer<typeof VendorGetTransactionsParams>
