import { z } from "@medusajs/framework/zod"

const Text = z.string().max(300)

/** Only what is used: the receiver's name and number, which Flutterwave repeats, are never read. */
export const FlutterwaveTransfer = z.object({
  id: Text,
  reference: Text,
  status: Text,
  /** In major units, the text that was sent. */
  amount: z.string().regex(/^\d{1,20}(\.\d{1,30})?$/),
  currency: Text,
  complete_message: Text.nullish().catch(null),
})

export type FlutterwaveTransfer = z.infer<typeof FlutterwaveTransfer>

/** Nothing is passed over: what is not understood must not look like what is not there. */
export const FlutterwaveTransferList = z.array(FlutterwaveTransfer)

/** Of what was sent together: that it was taken on, and nothing of any one of them. */
export const FlutterwaveBatch = z.object({ id: z.union([z.number().int(), Text]) })

/** The number, which Flutterwave repeats, is never read. */
export const ResolvedAccount = z.object({ account_name: z.string().min(1).max(300) })
