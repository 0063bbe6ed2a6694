import { entry, type LedgerEntryInput } from "./entry"

export type RefundFeeInput = {
  gateway: string
  refund_key: string
  order_id: string
  vendor_id: string
  fee_minor: bigint
  currency_code: string
  occurred_at: Date
}

export const refundFeeKey = (refundKey: string) => `refund-fee:${refundKey}`

/**
 * What the gateway kept of a payment and does not give back, as far as it falls on a refund. Rounded down each time, so
 * that all refunds of a payment never charge more than was kept.
 */
export function feeOfRefund(of: { fee_minor: bigint; paid_minor: bigint; amount_minor: bigint }): bigint {
  return of.paid_minor > 0n ? (of.fee_minor * of.amount_minor) / of.paid_minor : 0n
}

/**
 * The gateway's fee on money that went back is the vendor's to bear: it was at fault, or what the buyer had to bear was kept
 * from the buyer's money and is still with the vendor. It is owed at once, not when the order is released: one that is
 * canceled never is. A fee that the platform bears stays where the receipt has put it.
 */
export function buildRefundFee(input: RefundFeeInput): LedgerEntryInput {
  const { gateway, refund_key, order_id, vendor_id, fee_minor, currency_code, occurred_at } = input

  return entry({
    kind: "refund_fee",
    idempotency_key: refundFeeKey(refund_key),
    currency_code,
    occurred_at,
    reference: { gateway, order_id, refund_key },
    postings: [
      { account: { type: "vendor_available", owner: vendor_id, currency_code }, amount_minor: fee_minor },
      { account: { type: "gateway_fees", owner: gateway, currency_code }, amount_minor: -fee_minor },
    ],
  })
}
