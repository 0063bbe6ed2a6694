import { sumMinor } from "../../../lib/money"
import { entry, type LedgerEntryInput } from "./entry"

export type SoldPart = {
  vendor_id: string
  /** What the vendor sold, after all discounts, with tax. */
  total_minor: bigint
  /** Discount on it that the platform pays for. */
  platform_discount_minor: bigint
  commission_minor: bigint
  /** Tax on the commission, which the platform owes to the tax office. */
  commission_tax_minor?: bigint
  /** What the vendor keeps of the commission: a tax of the platform's that the vendor pays for it. */
  withholding_minor?: bigint
  /** What of the tax in its total is not the vendor's, because the platform pays it to the tax office. */
  platform_tax_minor?: bigint
}

export type SaleInput = {
  order_id: string
  currency_code: string
  charged_minor: bigint
  /** What gift cards and store credit paid. */
  credit_minor: bigint
  occurred_at: Date
  vendors: SoldPart[]
}

export const saleKey = (orderId: string) => `sale:${orderId}`

/** What a vendor is owed for its part: tax and delivery included; commission, its tax and the tax that the platform pays taken off. */
export const vendorShare = (part: Omit<SoldPart, "vendor_id">) =>
  part.total_minor +
  part.platform_discount_minor -
  part.commission_minor -
  (part.commission_tax_minor ?? 0n) +
  (part.withholding_minor ?? 0n) -
  (part.platform_tax_minor ?? 0n)

/** An order was divided: the buyer's money becomes the vendors' pending balances, the platform's commission and the tax that it pays. */
export function buildSale(input: SaleInput): LedgerEntryInput {
  const { order_id, currency_code, charged_minor, credit_minor, occurred_at, vendors } = input
  const total = (pick: (part: SoldPart) => bigint) => sumMinor(vendors.map(pick))

  return entry({
    kind: "sale",
    idempotency_key: saleKey(order_id),
    currency_code,
    occurred_at,
    reference: { order_id },
    postings: [
      { account: { type: "unallocated", currency_code }, amount_minor: charged_minor },
      { account: { type: "gift_card_liability", currency_code }, amount_minor: credit_minor },
      {
        account: { type: "promotion_expense", currency_code },
        amount_minor: total((part) => part.platform_discount_minor),
      },
      {
        account: { type: "commission", currency_code },
        amount_minor: -total((part) => part.commission_minor),
      },
      {
        account: { type: "commission_tax", currency_code },
        amount_minor: -total((part) => part.commission_tax_minor ?? 0n),
      },
      {
        account: { type: "withholding", currency_code },
        amount_minor: total((part) => part.withholding_minor ?? 0n),
      },
      {
        account: { type: "item_tax", currency_code },
        amount_minor: -total((part) => part.platform_tax_minor ?? 0n),
      },
      ...vendors.map((part) => ({
        account: { type: "vendor_pending" as const, owner: part.vendor_id, currency_code },
        amount_minor: -vendorShare(part),
      })),
    ],
  })
}
