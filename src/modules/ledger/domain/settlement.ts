import { entry, type LedgerEntryInput } from "./entry"

export type SettlementEntryInput = {
  gateway: string
  /** The gateway's own name for the settlement. */
  gateway_settlement_id: string
  /** What has arrived. */
  net_minor: bigint
  /** Stamp duty that was taken of the settlement as a whole. */
  duty_minor: bigint
  /** Stamp duty of single payments, which their receipts have booked as a part of the gateway's fee. */
  duty_in_fees_minor: bigint
  goes_to: "bank" | "balance"
  currency_code: string
  occurred_at: Date
}

/** The gateway's name may be any text; ours of the entry is made of it, once for ever. */
export const settlementKey = (gateway: string, id: string) => `settlement:${gateway}:${id}`

/**
 * A gateway has paid out what it had collected. Fees are booked when a payment is received and refunds when they are made, so
 * what arrives is what leaves the clearing account; duty, which nobody could know before, goes to an account of its own. It has no
 * postings where nothing arrived and no duty was taken.
 * @throws RangeError for amounts below zero
 */
export function buildSettlement(input: SettlementEntryInput): LedgerEntryInput {
  const { gateway, gateway_settlement_id, net_minor, duty_minor, duty_in_fees_minor, currency_code } = input
  if (net_minor < 0n || duty_minor < 0n || duty_in_fees_minor < 0n) {
    throw new RangeError(`Settlement ${gateway_settlement_id} is of ${net_minor}, with duty of ${duty_minor}`)
  }
  const arrives =
    input.goes_to === "bank"
      ? { type: "platform_bank" as const, currency_code }
      : { type: "gateway_balance" as const, owner: gateway, currency_code }

  return entry({
    kind: "settlement",
    idempotency_key: settlementKey(gateway, gateway_settlement_id),
    currency_code,
    occurred_at: input.occurred_at,
    reference: { gateway, gateway_settlement_id },
    postings: [
      { account: arrives, amount_minor: net_minor },
      {
        account: { type: "stamp_duty", owner: gateway, currency_code },
        amount_minor: duty_minor + duty_in_fees_minor,
      },
      {
        account: { type: "gateway_clearing", owner: gateway, currency_code },
        amount_minor: -(net_minor + duty_minor),
      },
      {
        account: { type: "gateway_fees", owner: gateway, currency_code },
        amount_minor: -duty_in_fees_minor,
      },
    ],
  })
}
