import { z } from "@medusajs/framework/zod"
import { recordId } from "../../../../lib/list-params"
import { paragraph } from "../../../../lib/shop-profile"
import { currencyCode, debtInvoiceFilters, debtPage } from "../../../vendor/debts/validators"

export const AdminGetDebtsParams = z.strictObject({
  ...debtPage,
  vendor_id: recordId.optional(),
  currency_code: currencyCode.optional(),
})

export type AdminGetDebtsParamsType = z.infer<typeof AdminGetDebtsParams>

export const AdminGetDebtInvoicesParams = z.strictObject({
  ...debtInvoiceFilters,
  vendor_id: recordId.optional(),
})

export type AdminGetDebtInvoicesParamsType = z.infer<typeof AdminGetDebtInvoicesParams>

/** All that the shop owes in the currency. */
export const AdminInvoiceDebt = z.strictObject({
  currency_code: currencyCode,
  /** Calls in the cash that the shop has collected at the door, which is owed from then on. */
  includes_cash: z.boolean().default(false),
})

export type AdminInvoiceDebtType = z.infer<typeof AdminInvoiceDebt>

/** What the bank's statement shows. */
export const AdminSettleDebt = z.strictObject({
  currency_code: currencyCode,
  /** In major units; as text, because a number in JSON is not exact. */
  amount: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, "must be an amount in digits, such as 1500.50"),
  /** The bank's own name for the line of the statement: the same one is booked once. */
  reference: z.string().regex(/^[\w./-]{1,64}$/),
  received_at: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine((at) => at.getUTCFullYear() >= 2000 && at.getTime() <= Date.now(), "must be in the past"),
  /** For the audit log; the shop does not read it. */
  note: paragraph(500).nullable().default(null),
})

export type AdminSettleDebtType = z.infer<typeof AdminSettleDebt>

/** The shop reads why. */
export const AdminCancelDebtInvoice = z.strictObject({ reason: paragraph(500) })

export type AdminCancelDebtInvoiceType = z.infer<typeof AdminCancelDebtInvoice>
