import { z } from "@medusajs/framework/zod"
import { oneOrMany, wholeNumber } from "../../../lib/list-params"
import { INVOICE_STATES } from "../../../modules/debt/domain/invoice"

export const debtPage = {
  limit: wholeNumber(1, 100).default(20),
  offset: wholeNumber(0, 10_000).default(0),
}

export const currencyCode = z
  .string()
  .regex(/^[a-z]{3}$/i)
  .transform((code) => code.toLowerCase())

/** What a list of invoices can be narrowed by, on both surfaces. */
export const debtInvoiceFilters = {
  ...debtPage,
  state: oneOrMany(z.enum(INVOICE_STATES)).optional(),
  currency_code: currencyCode.optional(),
}

export const VendorGetDebtInvoicesParams = z.strictObject(debtInvoiceFilters)

export type VendorGetDebtInvoicesParamsType = z.infer<typeof VendorGetDebtInvoicesParams>
