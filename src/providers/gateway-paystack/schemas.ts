import { z } from "@medusajs/framework/zod"
import { parseExactJson } from "../../lib/exact-json"
import { pageOfRows } from "../../lib/listed-disputes"

/** Paystack documents ids as 64-bit and amounts as integers; some events carry an amount as a string. */
const Digits = z
  .union([z.number().int().nonnegative(), z.string().regex(/^\d+$/)])
  .transform((value) => BigInt(value))

const Id = z.union([z.number().int(), z.string()]).transform(String)

const When = z
  .string()
  .transform((value) => new Date(value))
  .refine((date) => !Number.isNaN(date.getTime()))
  .nullish()
  .catch(null)

export const Envelope = z.object({
  status: z.boolean(),
  message: z.string().default(""),
  code: z.string().nullish().catch(null),
  data: z.unknown(),
  meta: z.unknown(),
})

export const InitializedTransaction = z.object({
  authorization_url: z.string(),
  access_code: z.string(),
  reference: z.string(),
})

/** Only what is used: of the card its signature, which is hashed at once; customer and metadata are never read. */
export const VerifiedTransaction = z.object({
  id: Id,
  status: z.string(),
  reference: z.string(),
  amount: Digits,
  currency: z.string(),
  fees: Digits.nullish(),
  channel: z.string().nullish(),
  paid_at: When,
  authorization: z
    .object({ signature: z.string().min(1).max(200).nullish() })
    .nullish()
    .catch(null),
})

export const Refund = z.object({
  id: Id,
  status: z.string(),
  amount: Digits,
  merchant_note: z.string().nullish(),
  transaction_reference: z.string().nullish(),
})

export const RefundList = z.array(Refund)

/** Only what is used: the card's digits, the customer and what others wrote are never read. */
export const Dispute = z.object({
  id: Id,
  status: z.string(),
  resolution: z.string().nullish().catch(null),
  refund_amount: Digits.nullish().catch(null),
  currency: z.string().nullish().catch(null),
  category: z.string().max(100).nullish().catch(null),
  dueAt: When,
  transaction: z.object({ reference: z.string(), amount: Digits, currency: z.string() }),
})

export const DisputeList = pageOfRows(Dispute)

export const DisputeEvidence = z.object({ id: z.union([z.number().int(), z.string()]) })

export const UploadAddress = z.object({ signedUrl: z.string(), fileName: z.string() })

/** What may be kept of an event. Everything else, from card to metadata, is dropped on parsing. */
const EventData = z.object({
  id: Id.optional().catch(undefined),
  status: z.string().optional().catch(undefined),
  reference: z.string().optional().catch(undefined),
  transaction_reference: z.string().optional().catch(undefined),
  refund_reference: z.string().optional().catch(undefined),
  transfer_code: z.string().optional().catch(undefined),
  amount: Digits.transform(String).optional().catch(undefined),
  fees: Digits.transform(String).optional().catch(undefined),
  currency: z.string().optional().catch(undefined),
  channel: z.string().optional().catch(undefined),
  domain: z.string().optional().catch(undefined),
  paid_at: z.string().optional().catch(undefined),
  transaction: z
    .object({ reference: z.string() })
    .transform(({ reference }) => ({ reference }))
    .optional()
    .catch(undefined),
})

export const WebhookBody = z.object({ event: z.string().max(200), data: EventData.catch({}) })

/** Integers beyond 2^53 stay strings instead of being rounded: an id that is off by one belongs to somebody else. */
export function parseJson(text: string): unknown {
  return parseExactJson(text, (number) => /^\d{16,}$/.test(number))
}
