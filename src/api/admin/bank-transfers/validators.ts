import { z } from "@medusajs/framework/zod"
import { recordId, wholeNumber } from "../../../lib/list-params"
import { line, paragraph } from "../../../lib/shop-profile"

const page = { limit: wholeNumber(1, 100).default(20), offset: wholeNumber(0, 10_000).default(0) }

const currencyCode = z
  .string()
  .regex(/^[a-z]{3}$/i)
  .transform((code) => code.toLowerCase())

/** As the buyer was told to write it; banks often make it upper case. */
const reference = z
  .string()
  .trim()
  .regex(/^[a-z0-9-]{1,60}$/i)
  .transform((text) => text.toLowerCase())

export const AdminGetBankTransfersParams = z.strictObject({
  ...page,
  /** `false` for those of which nobody knows what they are for. */
  is_matched: z.stringbool().optional(),
  reference: recordId.optional(),
  currency_code: currencyCode.optional(),
})

export type AdminGetBankTransfersParamsType = z.infer<typeof AdminGetBankTransfersParams>

export const AdminRecordBankTransfer = z.strictObject({
  /** The bank's own name for the line of the statement: the same one is recorded once. */
  bank_reference: line(100),
  reference: reference.nullable().default(null),
  /** What the payer wrote, where it is of use to find out what the money is for. */
  narration: z.union([z.literal(""), line(200)]).default(""),
  /** In major units; as text, because a number in JSON is not exact. */
  amount: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, "must be an amount in digits, such as 1500.50"),
  currency_code: currencyCode,
  received_at: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine((at) => at.getUTCFullYear() >= 2000 && at.getTime() <= Date.now(), "must be in the past"),
})

export type AdminRecordBankTransferType = z.infer<typeof AdminRecordBankTransfer>

export const AdminMatchBankTransfer = z.strictObject({ reference })

export type AdminMatchBankTransferType = z.infer<typeof AdminMatchBankTransfer>

/** Why nobody can find out what it is for. */
export const AdminReturnBankTransfer = z.strictObject({ reason: paragraph(500) })

export type AdminReturnBankTransferType = z.infer<typeof AdminReturnBankTransfer>

export const AdminGetBankRefundsParams = z.strictObject({
  ...page,
  state: z.enum(["waiting", "made", "failed"]).optional(),
})

export type AdminGetBankRefundsParamsType = z.infer<typeof AdminGetBankRefundsParams>

/** How it ended, with what proves it: the bank's name for the transfer, or why there is none. */
export const AdminMarkBankRefund = z.strictObject({
  outcome: z.enum(["made", "failed"]),
  note: paragraph(500),
})

export type AdminMarkBankRefundType = z.infer<typeof AdminMarkBankRefund>
