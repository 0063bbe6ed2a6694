import { MathBN } from "@medusajs/framework/utils"
import { type Amount, allocate, percentOf, roundTogether, sumMinor, toMinorUnits } from "../../../lib/money"

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
 * Divides an order among its vendors in integer minor units. Every component (discounts, tax, total) is rounded
 * once for the whole order and handed out by largest remainder, so that the vendors' parts add up to the last
 * unit; on each line total = gross - discounts + tax, where gross takes up what the rounding of the others left.
 * The charged amount is the order's total rounded half up once; credit lines have paid the rest of what was sold.
 * Vendors come in the order of their ids, so that the same order always gives the same parts.
 */
export function partitionOrder({ currency_code, order_total, lines }: PartitionInput): Partition {
  const totals = roundTogether(lines.map(exactTotal), currency_code)
  const charged_minor = toMinorUnits(order_total, currency_code)
  if (charged_minor < 0n || charged_minor > totals.total) {
    throw new RangeError(
      `The order's total (${charged_minor}) must lie between 0 and the sum of its lines (${totals.total})`
    )
  }

  const byVendor = groupByVendor(lines, roundLines(lines, totals.parts, currency_code))
  const credits = shareCredit(
    totals.total - charged_minor,
    byVendor.map(([, parts]) => sumMinor(parts.map((part) => part.total_minor)))
  )

  return {
    currency_code,
    charged_minor,
    credit_minor: totals.total - charged_minor,
    vendors: byVendor.map(([vendor_id, parts], index) => summarise(vendor_id, parts, credits[index] ?? 0n)),
  }
}

function exactTotal(line: PartitionSource): Amount {
  const discount = MathBN.add(line.vendor_discount, line.platform_discount)

  return MathBN.add(MathBN.sub(line.subtotal, discount), line.tax)
}

function roundLines(lines: PartitionSource[], totals: bigint[], currencyCode: string): PartitionedLine[] {
  const vendorDiscounts = roundTogether(
    lines.map((line) => line.vendor_discount),
    currencyCode
  ).parts
  const platformDiscounts = roundTogether(
    lines.map((line) => line.platform_discount),
    currencyCode
  ).parts
  const taxes = roundTogether(
    lines.map((line) => line.tax),
    currencyCode
  ).parts

  return lines.map((line, index) => {
    const total_minor = totals[index] ?? 0n
    const vendor_discount_minor = vendorDiscounts[index] ?? 0n
    const platform_discount_minor = platformDiscounts[index] ?? 0n
    const tax_minor = taxes[index] ?? 0n
    const gross_minor = total_minor - tax_minor + vendor_discount_minor + platform_discount_minor
    const commission_minor = commissionOn(gross_minor - vendor_discount_minor, line.commission_rate_bps)

    return {
      kind: line.kind,
      source_id: line.source_id,
      title: line.title,
      quantity: line.quantity,
      gross_minor,
      vendor_discount_minor,
      platform_discount_minor,
      tax_minor,
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
