import type { AccountRef } from "./account"
import { entry, type LedgerEntryInput } from "./entry"

export const CASH_HOLDERS = ["vendor", "platform"] as const

/** Who has what was collected at the door: the vendor (or its courier), who owes it, or the platform's bank already. */
export type CashHolder = (typeof CASH_HOLDERS)[number]

export type OfVendorOrder = {
  vendor_order_id: string
  order_id: string
  vendor_id: string
  currency_code: string
  amount_minor: bigint
  occurred_at: Date
}

export const collectionKey = (vendorOrderId: string) => `collection:${vendorOrderId}`

type CashMove = Pick<LedgerEntryInput, "kind" | "idempotency_key"> & { debit: AccountRef; credit: AccountRef }

const move = (
  { vendor_order_id, order_id, currency_code, occurred_at, amount_minor }: OfVendorOrder,
  { debit, credit, ...what }: CashMove
): LedgerEntryInput =>
  entry({
    ...what,
    currency_code,
    occurred_at,
    reference: { order_id, vendor_order_id },
    postings: [
      { account: debit, amount_minor },
      { account: credit, amount_minor: -amount_minor },
    ],
  })

const cashOf = ({ vendor_id: owner, currency_code }: OfVendorOrder): AccountRef => ({
  type: "vendor_cash",
  owner,
  currency_code,
})

const availableOf = ({ vendor_id: owner, currency_code }: OfVendorOrder): AccountRef => ({
  type: "vendor_available",
  owner,
  currency_code,
})

/** A vendor order was paid at the door: what was missing since its sale has come in, and whoever took it owes it. */
export function buildCollection(input: OfVendorOrder & { held_by: CashHolder }): LedgerEntryInput {
  const { held_by, currency_code, vendor_order_id } = input

  return move(input, {
    kind: "collection",
    idempotency_key: collectionKey(vendor_order_id),
    debit: held_by === "vendor" ? cashOf(input) : { type: "platform_bank", currency_code },
    credit: { type: "unallocated", currency_code },
  })
}

/** The vendor has paid what it had collected into the platform's bank. */
export const buildCashRemitted = (input: OfVendorOrder): LedgerEntryInput =>
  move(input, {
    kind: "cash_remitted",
    idempotency_key: `cash-remitted:${input.vendor_order_id}`,
    debit: { type: "platform_bank", currency_code: input.currency_code },
    credit: cashOf(input),
  })

/** The vendor has kept what it collected for too long: it is owed now, before anything else is paid to the vendor. */
export const buildCashDue = (input: OfVendorOrder): LedgerEntryInput =>
  move(input, {
    kind: "cash_due",
    idempotency_key: `cash-due:${input.vendor_order_id}`,
    debit: availableOf(input),
    credit: cashOf(input),
  })

/** A parcel was refused and the platform pays the vendor for its way. */
export const buildRefusalCost = (input: OfVendorOrder): LedgerEntryInput =>
  move(input, {
    kind: "refusal_cost",
    idempotency_key: `refusal-cost:${input.vendor_order_id}`,
    debit: { type: "refusal_cost", currency_code: input.currency_code },
    credit: availableOf(input),
  })
