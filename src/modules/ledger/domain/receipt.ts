import { collectedAt } from "./account"
import { entry, type LedgerEntryInput } from "./entry"

export type ReceiptInput = {
  gateway: string
  /** The gateway's transaction, under our reference. */
  reference: string
  amount_minor: bigint
  /** What the gateway keeps; borne by the platform. */
  fee_minor: bigint
  currency_code: string
  occurred_at: Date
}

export const receiptKey = (gateway: string, reference: string) => `receipt:${gateway}:${reference}`

/** Money of a buyer has arrived at a gateway. It belongs to nobody until an order takes it or it goes back. */
export function buildReceipt(input: ReceiptInput): LedgerEntryInput {
  const { gateway, reference, amount_minor, fee_minor, currency_code, occurred_at } = input

  return entry({
    kind: "receipt",
    idempotency_key: receiptKey(gateway, reference),
    currency_code,
    occurred_at,
    reference: { gateway, gateway_reference: reference },
    postings: [
      { account: collectedAt(gateway, currency_code), amount_minor: amount_minor - fee_minor },
      { account: { type: "gateway_fees", owner: gateway, currency_code }, amount_minor: fee_minor },
      { account: { type: "unallocated", currency_code }, amount_minor: -amount_minor },
    ],
  })
}
