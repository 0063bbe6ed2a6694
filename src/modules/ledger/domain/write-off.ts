import type { AccountType } from "./account"
import { entry, type LedgerEntryInput } from "./entry"

export type WriteOffInput = {
  write_off_id: string
  vendor_id: string
  amount_minor: bigint
  currency_code: string
  occurred_at: Date
}

/** What a vendor owes that has left is given up: the platform bears it. */
export function buildWriteOff(input: WriteOffInput): LedgerEntryInput {
  const { write_off_id, vendor_id, amount_minor, currency_code, occurred_at } = input
  if (amount_minor <= 0n) {
    throw new RangeError(`Write-off ${write_off_id} is of ${amount_minor}: nothing is given up, or less`)
  }

  return entry({
    kind: "write_off",
    idempotency_key: `write-off:${write_off_id}`,
    currency_code,
    occurred_at,
    reference: { write_off_id },
    postings: [
      { account: { type: "write_off", currency_code }, amount_minor },
      {
        account: { type: "vendor_available", owner: vendor_id, currency_code },
        amount_minor: -amount_minor,
      },
    ],
  })
}

/** Money of a vendor's own that comes to what is available later, or comes back to it: it covers a debt before anybody gives it up. */
const COVERS = [
  "vendor_pending",
  "vendor_reserved",
  "vendor_disputed",
  "vendor_deposit",
  "payouts_in_transit",
] as const satisfies AccountType[]

export type Cover = { type: (typeof COVERS)[number]; amount_minor: bigint }

/** What of the balances of a vendor, all in one currency, covers its debt. */
export const coverOf = (balances: readonly { type: AccountType; balance_minor: bigint }[]): Cover[] =>
  COVERS.flatMap((type) =>
    balances
      .filter((balance) => balance.type === type && balance.balance_minor < 0n)
      .map(({ balance_minor }) => ({ type, amount_minor: -balance_minor }))
  )
