import { entry, type LedgerEntryInput } from "./entry"

type ReleaseBase = {
  vendor_id: string
  vendor_order_id: string
  order_id: string
  currency_code: string
  occurred_at: Date
}

export type ReleaseInput = ReleaseBase & {
  /** An order's money is released once; what a later refund changes of it is a release of its own, with the next number. */
  number: number
  /** Negative where a refund took back more than was still pending. */
  available_minor: bigint
  /** What is kept back for a while against refunds and disputes. */
  reserved_minor: bigint
  /** What the vendor has collected of the order in cash and not handed over: it is taken out first. */
  cash_minor?: bigint
}

/** Money of a vendor order has been held long enough: it may be paid out, but for the reserve. */
export function buildRelease(input: ReleaseInput): LedgerEntryInput {
  const { vendor_id, vendor_order_id, order_id, number, currency_code, occurred_at } = input
  const { available_minor, reserved_minor, cash_minor = 0n } = input
  const account = (type: "vendor_pending" | "vendor_available" | "vendor_reserved" | "vendor_cash") => ({
    type,
    owner: vendor_id,
    currency_code,
  })

  return entry({
    kind: "release",
    idempotency_key: `release:${vendor_order_id}:${number}`,
    currency_code,
    occurred_at,
    reference: { order_id, vendor_order_id },
    postings: [
      { account: account("vendor_pending"), amount_minor: available_minor + reserved_minor + cash_minor },
      { account: account("vendor_cash"), amount_minor: -cash_minor },
      { account: account("vendor_available"), amount_minor: -available_minor },
      { account: account("vendor_reserved"), amount_minor: -reserved_minor },
    ],
  })
}

/** The reserve on a vendor order has served its time. */
export function buildReserveRelease(input: ReleaseBase & { reserved_minor: bigint }): LedgerEntryInput {
  const { vendor_id, vendor_order_id, order_id, currency_code, occurred_at, reserved_minor } = input

  return entry({
    kind: "reserve_release",
    idempotency_key: `reserve-release:${vendor_order_id}`,
    currency_code,
    occurred_at,
    reference: { order_id, vendor_order_id },
    postings: [
      { account: { type: "vendor_reserved", owner: vendor_id, currency_code }, amount_minor: reserved_minor },
      {
        account: { type: "vendor_available", owner: vendor_id, currency_code },
        amount_minor: -reserved_minor,
      },
    ],
  })
}
