import { z } from "@medusajs/framework/zod"

const Digits = z
  .union([z.number().int().nonnegative(), z.string().regex(/^\d+$/)])
  .transform((value) => BigInt(value))

export const Recipient = z.object({ recipient_code: z.string().min(1) })

/** Only what is used: the recipient's name and number, which Paystack repeats, are never read. */
export const PaystackTransfer = z.object({
  reference: z.string(),
  status: z.string(),
  amount: Digits,
  currency: z.string(),
  transfer_code: z.string().nullish().catch(null),
  gateway_response: z.string().nullish().catch(null),
})

/** A row that is not understood must not hide the others. */
export const PaystackTransferList = z
  .array(PaystackTransfer.nullable().catch(null))
  .transform((rows) => rows.filter((row) => row !== null))

/** The number, which Paystack repeats, is never read. */
export const ResolvedAccount = z.object({ account_name: z.string().min(1).max(300) })
