import type { AccountRef } from "./account"
import { entry, type LedgerEntryInput } from "./entry"

type OfVendor = { vendor_id: string; currency_code: string; occurred_at: Date }

/** What a gateway was told to pay of a payment to a vendor's own bank account. */
export type SplitShare = OfVendor & {
  gateway: string
  /** Our reference of the payment. */
  reference: string
  share_minor: bigint
}

export const splitKey = (orderId: string, vendorId: string) => `split:${orderId}:${vendorId}`

/** One key for both ends: a share that was paid to its vendor can never become a payout as well, nor the other way round. */
const splitEndKey = ({ gateway, reference, vendor_id }: SplitShare) =>
  `split-end:${gateway}:${reference}:${vendor_id}`

/** The part of a sale that its vendor gets from the gateway itself is nothing that may be released or paid out. */
export function buildSplit(share: SplitShare & { order_id: string }): LedgerEntryInput {
  return entry({
    kind: "split",
    idempotency_key: splitKey(share.order_id, share.vendor_id),
    currency_code: share.currency_code,
    occurred_at: share.occurred_at,
    reference: { order_id: share.order_id, gateway: share.gateway, gateway_reference: share.reference },
    postings: [
      { account: own("vendor_pending", share), amount_minor: share.share_minor },
      { account: own("vendor_split", share), amount_minor: -share.share_minor },
    ],
  })
}

/**
 * The gateway's final record shows what it paid of a share to the vendor: all, a part, or nothing. What it did not pay came
 * to the platform and takes the way of every sale. A share of which no order has been made yet (`order_id` null) owes
 * nothing that could take that way: only what was paid is booked.
 * @throws RangeError for less than nothing
 */
export function buildSplitEnd(
  share: SplitShare & { order_id: string | null; paid_minor: bigint }
): LedgerEntryInput {
  const { order_id, paid_minor, gateway, currency_code } = share
  if (paid_minor < 0n) {
    throw new RangeError(`A share of ${share.reference} is paid ${paid_minor}`)
  }
  const left_minor = order_id === null ? 0n : share.share_minor - paid_minor

  return entry({
    kind: paid_minor > 0n ? "split_settled" : "split_missing",
    idempotency_key: splitEndKey(share),
    currency_code,
    occurred_at: share.occurred_at,
    reference: {
      ...(order_id === null ? {} : { order_id }),
      gateway,
      gateway_reference: share.reference,
    },
    postings: [
      { account: own("vendor_split", share), amount_minor: paid_minor + left_minor },
      { account: own("vendor_pending", share), amount_minor: -left_minor },
      { account: { type: "gateway_clearing", owner: gateway, currency_code }, amount_minor: -paid_minor },
    ],
  })
}

/** The payment went back to its buyer and the vendor has its share all the same: it owes it. */
export function buildSplitUnsold(share: SplitShare): LedgerEntryInput {
  return entry({
    kind: "split_unsold",
    idempotency_key: `split-unsold:${share.gateway}:${share.reference}:${share.vendor_id}`,
    currency_code: share.currency_code,
    occurred_at: share.occurred_at,
    reference: { gateway: share.gateway, gateway_reference: share.reference },
    postings: [
      { account: own("vendor_receivable", share), amount_minor: share.share_minor },
      { account: own("vendor_split", share), amount_minor: -share.share_minor },
    ],
  })
}

/**
 * What has to become a receivable of an order whose money the vendor got by itself, or stop being one (below zero), so that
 * what is pending of it never stands below zero: refunds take what is not there to be held back.
 */
export function owedChange(of: {
  /** What is pending of the order, without what was made a receivable of it. */
  pending_minor: bigint
  owed_minor: bigint
}): bigint {
  const due = of.pending_minor < 0n ? -of.pending_minor : 0n

  return due - of.owed_minor
}

/** What an order's refunds took from a vendor that has had its share is owed by the vendor; or is not any more. */
export function buildSplitOwed(
  input: OfVendor & { order_id: string; number: number; amount_minor: bigint }
): LedgerEntryInput {
  const { order_id, vendor_id, number, amount_minor } = input

  return entry({
    kind: "split_owed",
    idempotency_key: `split-owed:${order_id}:${vendor_id}:${number}`,
    currency_code: input.currency_code,
    occurred_at: input.occurred_at,
    reference: { order_id },
    postings: [
      { account: own("vendor_receivable", input), amount_minor },
      { account: own("vendor_pending", input), amount_minor: -amount_minor },
    ],
  })
}

/** A receivable is taken from what the vendor may be paid: below zero it is a debt as every other. */
export function buildReceivableDue(
  input: OfVendor & { number: number; amount_minor: bigint }
): LedgerEntryInput {
  const { vendor_id, currency_code, number, amount_minor } = input

  return entry({
    kind: "receivable_due",
    idempotency_key: `receivable-due:${vendor_id}:${currency_code}:${number}`,
    currency_code,
    occurred_at: input.occurred_at,
    reference: {},
    postings: [
      { account: own("vendor_available", input), amount_minor },
      { account: own("vendor_receivable", input), amount_minor: -amount_minor },
    ],
  })
}

const own = (
  type: "vendor_pending" | "vendor_available" | "vendor_receivable" | "vendor_split",
  { vendor_id: owner, currency_code }: OfVendor
): AccountRef => ({ type, owner, currency_code })
