import { z } from "@medusajs/framework/zod"
import { parseExactJson } from "../../lib/exact-json"
import { pageOfRows } from "../../lib/listed-disputes"

/** Numbers stay the text that Flutterwave sent: an amount never becomes a float, an id is never rounded. */
export function parseJson(text: string): unknown {
  return parseExactJson(text, () => true)
}

/** An amount in major units. */
const Decimal = z.string().regex(/^\d{1,20}(\.\d{1,30})?$/)

/** What Flutterwave does not always tell. */
const MaybeDecimal = Decimal.nullish().catch(null)

const Text = z.string().max(300)

const MaybeText = Text.nullish().catch(null)

const When = Text.transform((value) => new Date(value))
  .refine((date) => !Number.isNaN(date.getTime()))
  .nullish()
  .catch(null)

export const Envelope = z.object({
  status: z.string(),
  message: z.string().nullish().catch(null),
  data: z.unknown(),
})

export const HostedLink = z.object({ link: z.url({ protocol: /^https?$/ }) })

/** Only what is used: card and its token, customer and metadata are never read. */
export const Transaction = z.object({
  id: Text,
  tx_ref: Text,
  status: Text,
  amount: Decimal,
  currency: Text,
  charged_amount: MaybeDecimal,
  app_fee: MaybeDecimal,
  amount_settled: MaybeDecimal,
  payment_type: MaybeText,
  created_at: When,
})

export type Transaction = z.infer<typeof Transaction>

/** Rows of a list, of which one that is not understood must not hide the others. */
export const TransactionList = z
  .array(Transaction.nullable().catch(null))
  .transform((rows) => rows.filter((row) => row !== null))

const Meta = z.object({ disburse_status: MaybeText }).nullish().catch(null)

/** Flutterwave names the same things differently where a refund is made, fetched and listed. */
export const Refund = z
  .object({
    id: Text,
    status: Text,
    amount_refunded: MaybeDecimal,
    AmountRefunded: MaybeDecimal,
    tx_id: MaybeText,
    transaction_id: MaybeText,
    TransactionId: MaybeText,
    comment: MaybeText,
    comments: MaybeText,
    meta: Meta,
  })
  .transform((row) => ({
    id: row.id,
    status: row.status,
    amount: row.amount_refunded ?? row.AmountRefunded ?? null,
    transaction_id: row.tx_id ?? row.transaction_id ?? row.TransactionId ?? null,
    comment: row.comment ?? row.comments ?? null,
    disburse_status: row.meta?.disburse_status ?? null,
  }))

export type Refund = z.infer<typeof Refund>

export const RefundList = z.array(Refund)

/** Only what is used; Flutterwave does not name the currency of a chargeback. */
export const Chargeback = z.object({
  id: Text,
  status: Text,
  amount: Decimal,
  tx_ref: MaybeText,
  transaction_id: MaybeText,
  due_date: When,
  comment: MaybeText,
})

export type Chargeback = z.infer<typeof Chargeback>

export const ChargebackList = pageOfRows(Chargeback)

/** Where an uploaded proof can be seen. */
export const ProofLink = z.url({ protocol: /^https?$/ })

const kept = Text.optional().catch(undefined)

/** What may be kept of an event. Everything else, from the card's token to the customer, is dropped on parsing. */
const EventData = z.object({
  id: kept,
  tx_ref: kept,
  reference: kept,
  status: kept,
  amount: kept,
  charged_amount: kept,
  app_fee: kept,
  currency: kept,
  payment_type: kept,
  created_at: kept,
})

export const WebhookBody = z.object({ event: z.string().max(200), data: EventData.catch({}) })
