import { z } from "@medusajs/framework/zod"
import { ACCOUNT_TYPES, ENTRY_KINDS } from "../../../lib/ledger-names"
import { moment, recordId, wholeNumber } from "../../../lib/list-params"

const currency_code = z
  .string()
  .regex(/^[a-z]{3}$/i)
  .transform((code) => code.toLowerCase())
  .optional()
const page = { limit: wholeNumber(1, 100).default(50), offset: wholeNumber(0, 10_000).default(0) }

export const AdminGetLedgerAccountsParams = z.strictObject({
  owner: recordId.optional(),
  account_type: z.enum(ACCOUNT_TYPES).optional(),
  currency_code,
  ...page,
})

export type AdminGetLedgerAccountsParamsType = z.infer<typeof AdminGetLedgerAccountsParams>

const postingFilters = {
  account: z.string().min(1).max(200).optional(),
  owner: recordId.optional(),
  account_type: z.enum(ACCOUNT_TYPES).optional(),
  currency_code,
  kind: z.enum(ENTRY_KINDS).optional(),
  order_id: recordId.optional(),
  /** Half open, as all periods are: from `$gte`, before `$lt`. */
  occurred_at: z
    .strictObject({
      $gte: moment.transform((value) => new Date(value)).optional(),
      $lt: moment.transform((value) => new Date(value)).optional(),
    })
    .optional(),
}

export const AdminExportLedgerPostingsParams = z.strictObject(postingFilters)

export type AdminExportLedgerPostingsParamsType = z.infer<typeof AdminExportLedgerPostingsParams>

export const AdminGetLedgerPostingsParams = z.strictObject({
  ...postingFilters,
  ...page,
  order: z.enum(["created_at", "-created_at"]).default("-created_at"),
})

export type AdminGetLedgerPostingsParamsType = z.infer<typeof AdminGetLedgerPostingsParams>
