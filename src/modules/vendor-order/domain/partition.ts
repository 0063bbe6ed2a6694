import { MathBN } from "@medusajs/framework/utils"
import {
  type Amount,
  allocate,
  exactMinorUnits,
  percentOf,
  roundTogether,
  splitTogether,
  sumMinor,
  toMinorUnits,
} from "../../../lib/money"

/** One order item or shipping method, with Medusa's exact amounts in major units, tax and discount apart. */
export type PartitionSource = {
  kind: "item" | "shipping"
  /** Id of the order's line item or shipping method. */
  source_id: string
  vendor_id: string
  title: string
  /** Decimal string; 1 for shipping. */
  quantity: string
  /** Before discount, without tax. */
  subtotal: Amount
  /** Without tax, by who pays for it. */
  vendor_discount: Amount
  platform_discount: Amount
  tax: Amount
  /** 0 where the line bears no commission. */
  commission_rate_bps: number
}

export type PartitionInput = {
  currency_code: string
  /** Medusa's order total after credit lines; never rounded by Medusa. */
  order_total: Amount
  lines: PartitionSource[]
}

export type PartitionedLine = {
  kind: PartitionSource["kind"]
  source_id: string
  title: string
  quantity: string
  gross_minor: bigint
  vendor_discount_minor: bigint
  platform_discount_minor: bigint
  tax_minor: bigint
  total_minor: bigint
  commission_rate_bps: number
  commission_minor: bigint
  net_minor: bigint
}

export type VendorPart = {
  vendor_id: string
  item_minor: bigint
  shipping_minor: bigint
  vendor_discount_minor: bigint
  platform_discount_minor: bigint
  tax_minor: bigint
  /** What the vendor sold: gross less discounts plus tax. */
  total_minor: bigint
  /** The part of the total that credit lines (gift card, store credit) paid. */
  credit_minor: bigint
  /** The part of the total that was charged to the buyer. */
  charged_minor: bigint
  commission_minor: bigint
  /** What the vendor is owed: total plus platform-funded discount less commission. */
  net_minor: bigint
  lines: PartitionedLine[]
}

export type Partition = {
  currency_code: string
  charged_minor: bigint
  credit_minor: bigint
  vendors: VendorPart[]
}

/**
 * Divides an order among its vendors in integer minor units. The lines' totals are rounded together, by largest
 * remainder, so that they add up to what was sold, rounded once; each line's price, tax and discounts are then fitted
 * into its total, each rounded up or down. So total = gross - discounts + tax on every line, an amount without a fraction
 * is never changed, and each component adds up to its own sum rounded, up to the unit that cannot be placed.
 * The charged amount is the order's total rounded half up once, never below 0; credit lines have paid the rest.
 * Vendors come in the order of their ids, so that the same order always gives the same parts.
 */
export function partitionOrder({ currency_code, order_total, lines }: PartitionInput): Partition {
  const rounded = roundLines(lines, currency_code)
  const sold_minor = sumMinor(rounded.map((line) => line.total_minor))
  // A gift card gives whole units, so it may pay a fraction of one more than Medusa's unrounded total.
  const charged_minor = toMinorUnits(MathBN.max(order_total, 0), currency_code)
  if (charged_minor > sold_minor) {
    throw new RangeError(
      `The order's total (${charged_minor}) must not exceed the sum of its lines (${sold_minor})`
    )
  }

  const byVendor = groupByVendor(lines, rounded)
  const credits = shareCredit(
    sold_minor - charged_minor,
    byVendor.map(([, parts]) => sumMinor(parts.map((part) => part.total_minor)))
  )

  return {
    currency_code,
    charged_minor,
    credit_minor: sold_minor - charged_minor,
    vendors: byVendor.map(([vendor_id, parts], index) => summarise(vendor_id, parts, credits[index] ?? 0n)),
  }
}

function roundLines(lines: PartitionSource[], currencyCode: string): PartitionedLine[] {
  const exact = (pick: (line: PartitionSource) => Amount) =>
    lines.map((line) => exactMinorUnits(pick(line), currencyCode))
  const gross = exact((line) => line.subtotal)
  const vendorDiscount = exact((line) => line.vendor_discount)
  const platformDiscount = exact((line) => line.platform_discount)
  const tax = exact((line) => line.tax)
  const minusDiscount = vendorDiscount.map((amount, index) =>
    amount.plus(platformDiscount[index] ?? 0).negated()
  )
  const added = minusDiscount.map((amount, index) => amount.plus(tax[index] ?? 0))

  const totals = roundTogether(added.map((amount, index) => amount.plus(gross[index] ?? 0)))
  const ofTotal = splitTogether(totals, gross, added)
  const ofAdded = splitTogether(ofTotal.second, tax, minusDiscount)
  const discounts = splitTogether(
    ofAdded.second.map((amount) => -amount),
    vendorDiscount,
    platformDiscount
  )

  return lines.map((line, index) => {
    const total_minor = totals[index] ?? 0n
    const gross_minor = ofTotal.first[index] ?? 0n
    const vendor_discount_minor = discounts.first[index] ?? 0n
    const platform_discount_minor = discounts.second[index] ?? 0n
    const commission_minor = commissionOn(gross_minor - vendor_discount_minor, line.commission_rate_bps)

    return {
      kind: line.kind,
      source_id: line.source_id,
      title: line.title,
      quantity: line.quantity,
      gross_minor,
      vendor_discount_minor,
      platform_discount_minor,
      tax_minor: ofAdded.first[index] ?? 0n,
      total_minor,
      commission_rate_bps: line.commission_rate_bps,
      commission_minor,
      net_minor: total_minor + platform_discount_minor - commission_minor,
    }
  })
}

/** Commission is on the price less the vendor's own discount, without tax. */
function commissionOn(baseMinor: bigint, rateBps: number): bigint {
  return baseMinor > 0n ? percentOf(baseMinor, rateBps) : 0n
}

function groupByVendor(sources: PartitionSource[], lines: PartitionedLine[]): [string, PartitionedLine[]][] {
  const groups = new Map<string, PartitionedLine[]>()
  lines.forEach((line, index) => {
    const vendorId = sources[index]?.vendor_id ?? ""
    groups.set(vendorId, [...(groups.get(vendorId) ?? []), line])
  })

  return [...groups].toSorted(([left], [right]) => (left < right ? -1 : 1))
}

function shareCredit(credit: bigint, totals: bigint[]): bigint[] {
  return credit === 0n ? totals.map(() => 0n) : allocate(credit, totals)
}

function summarise(vendor_id: string, lines: PartitionedLine[], credit_minor: bigint): VendorPart {
  const total = (pick: (line: PartitionedLine) => bigint, kind?: PartitionSource["kind"]) =>
    sumMinor(lines.filter((line) => !kind || line.kind === kind).map(pick))
  const total_minor = total((line) => line.total_minor)

  return {
    vendor_id,
    item_minor: total((line) => line.gross_minor, "item"),
    shipping_minor: total((line) => line.gross_minor, "shipping"),
    vendor_discount_minor: total((line) => line.vendor_discount_minor),
    platform_discount_minor: total((line) => line.platform_discount_minor),
    tax_minor: total((line) => line.tax_minor),
    total_minor,
    credit_minor,
    charged_minor: total_minor - credit_minor,
    commission_minor: total((line) => line.commission_minor),
    net_minor: total((line) => line.net_minor),
    lines,
  }
}
