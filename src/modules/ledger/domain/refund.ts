import type { FrozenAmounts } from "../../../lib/frozen-amounts"
import { sumMinor } from "../../../lib/money"
import { collectedAt } from "./account"
import { entry, type LedgerEntryInput } from "./entry"
import { vendorShare } from "./sale"

type RefundBase = {
  gateway: string
  refund_key: string
  amount_minor: bigint
  currency_code: string
  occurred_at: Date
}

/** With what is taken back by the frozen amounts: commission, the tax on it, what was withheld of it, item tax of the platform's, discount. */
export type GivenBackPart = FrozenAmounts & {
  vendor_id: string
  /** Part of the refund that falls on the vendor's order. */
  amount_minor: bigint
}

export type OrderRefundInput = RefundBase & {
  order_id: string
  vendors: GivenBackPart[]
  /** Part of the refund that no vendor order has left to give back. */
  unallocated_minor: bigint
}

export const refundKey = (key: string) => `refund:${key}`

/** Money that never became an order's goes back. The gateway's fee does not. */
export function buildOrphanRefund(input: RefundBase & { reference: string }): LedgerEntryInput {
  const { gateway, reference, refund_key, amount_minor, currency_code, occurred_at } = input

  return entry({
    kind: "refund",
    idempotency_key: refundKey(refund_key),
    currency_code,
    occurred_at,
    reference: { gateway, gateway_reference: reference },
    postings: [
      { account: { type: "unallocated", currency_code }, amount_minor },
      { account: collectedAt(gateway, currency_code), amount_minor: -amount_minor },
    ],
  })
}

/**
 * A part that was sold and never collected is off: what was missing for it is missing no more, and the sale of that part is
 * taken back with everything that was taken on it.
 */
export function buildUncollectedRefund(
  input: Pick<OrderRefundInput, "refund_key" | "order_id" | "currency_code" | "occurred_at"> & {
    part: GivenBackPart
  }
): LedgerEntryInput {
  const { part, ...refund } = input

  return buildOrderRefund({
    ...refund,
    gateway: "none",
    amount_minor: 0n,
    vendors: [part],
    unallocated_minor: -part.amount_minor,
  })
}

/** Money of an order goes back, out of its vendors' balances, with the commission that was taken on it and its tax. */
export function buildOrderRefund(input: OrderRefundInput): LedgerEntryInput {
  const { gateway, refund_key, order_id, amount_minor, currency_code, occurred_at, vendors } = input
  const total = (pick: (part: GivenBackPart) => bigint) => sumMinor(vendors.map(pick))

  return entry({
    kind: "refund",
    idempotency_key: refundKey(refund_key),
    currency_code,
    occurred_at,
    reference: { gateway, order_id },
    postings: [
      { account: collectedAt(gateway, currency_code), amount_minor: -amount_minor },
      { account: { type: "unallocated", currency_code }, amount_minor: input.unallocated_minor },
      {
        account: { type: "commission", currency_code },
        amount_minor: total((part) => part.commission_minor),
      },
      {
        account: { type: "commission_tax", currency_code },
        amount_minor: total((part) => part.commission_tax_minor),
      },
      {
        account: { type: "withholding", currency_code },
        amount_minor: -total((part) => part.withholding_minor),
      },
      {
        account: { type: "item_tax", currency_code },
        amount_minor: total((part) => part.platform_tax_minor),
      },
      {
        account: { type: "promotion_expense", currency_code },
        amount_minor: -total((part) => part.platform_discount_minor),
      },
      ...vendors.map((part) => ({
        account: { type: "vendor_pending" as const, owner: part.vendor_id, currency_code },
        amount_minor: vendorShare({ ...part, total_minor: part.amount_minor }),
      })),
    ],
  })
}
