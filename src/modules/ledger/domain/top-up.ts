import { entry, type LedgerEntryInput } from "./entry"

export type TopUpEntryInput = {
  gateway: string
  /** The gateway's own name for the movement of its balance. */
  gateway_top_up_id: string
  amount_minor: bigint
  currency_code: string
  occurred_at: Date
}

/** People have moved money from the platform's bank to the balance that payouts are made from. @throws RangeError for nothing */
export function buildTopUp(input: TopUpEntryInput): LedgerEntryInput {
  const { gateway, gateway_top_up_id, amount_minor, currency_code, occurred_at } = input
  if (amount_minor <= 0n) {
    throw new RangeError(`Top-up ${gateway_top_up_id} is of ${amount_minor}`)
  }

  return entry({
    kind: "top_up",
    idempotency_key: `top-up:${gateway}:${gateway_top_up_id}`,
    currency_code,
    occurred_at,
    reference: { gateway, gateway_top_up_id },
    postings: [
      { account: { type: "gateway_balance", owner: gateway, currency_code }, amount_minor },
      { account: { type: "platform_bank", currency_code }, amount_minor: -amount_minor },
    ],
  })
}
