import { MathBN } from "@medusajs/framework/utils"
import {
  type Amount,
  allocate,
  exactMinorUnits,
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
  /** The platform pays that tax to the tax office, not the vendor. */
  is_tax_of_platform: boolean
}

/** What the platform takes of a line, frozen at sale with what explains it. */
export type LineCommission = {
  commission_rate_bps: number
  /** The rule's fixed part, or the line's share of it. */
  commission_fixed_minor: bigint
  commission_minor: bigint
  /** Tax on the commission, which the vendor pays on top of it. */
  commission_tax_minor: bigint
  /** What the vendor keeps of the commission, to pay it to the tax office in the platform's name. */
  withholding_minor: bigint
  /** Null where no rule held. */
  commission_rule_id: string | null
  commission_explanation: string
}

/** What commission is taken on: the price less the vendor's own discount, without tax. */
export type CommissionBase = { vendor_id: string; quantity: string; commission_base_minor: bigint }

export type PartitionInput = {
  currency_code: string
  /** Medusa's order total after credit lines; never rounded by Medusa. */
  order_total: Amount
  lines: PartitionSource[]
  /** Decides the commission of all lines together, in their order. */
  commission: (bases: CommissionBase[]) => LineCommission[]
}

export type PartitionedLine = LineCommission & {
  kind: PartitionSource["kind"]
  source_id: string
  title: string
  quantity: string
  gross_minor: bigint
  vendor_discount_minor: bigint
  platform_discount_minor: bigint
  tax_minor: bigint
  /** What of the tax the platform pays to the tax office: all of it, or nothing. */
  platform_tax_minor: bigint
  total_minor: bigint
  commission_base_minor: bigint
  net_minor: bigint
}

export type VendorPart = {
  vendor_id: string
  item_minor: bigint
  shipping_minor: bigint
  vendor_discount_minor: bigint
  platform_discount_minor: bigint
  tax_minor: bigint
  /** What of the tax the platform pays to the tax office. */
  platform_tax_minor: bigint
  /** What the vendor sold: gross less discounts plus tax. */
  total_minor: bigint
  /** The part of the total that credit lines (gift card, store credit) paid. */
  credit_minor: bigint
  /** The part of the total that was charged to the buyer. */
  charged_minor: bigint
  commission_minor: bigint
  commission_tax_minor: bigint
  withholding_minor: bigint
  /**
   * What the vendor is owed: total plus platform-funded discount less commission and its tax, plus what it withholds, less the
   * item tax that the platform pays.
   */
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
export function partitionOrder({ currency_code, order_total, lines, commission }: PartitionInput): Partition {
  const rounded = withCommission(roundLines(lines, currency_code), lines, commission)
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

type RoundedLine = Omit<PartitionedLine, keyof LineCommission | "net_minor">

function roundLines(lines: PartitionSource[], currencyCode: string): RoundedLine[] {
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
    const tax_minor = ofAdded.first[index] ?? 0n

    return {
      kind: line.kind,
      source_id: line.source_id,
      title: line.title,
      quantity: line.quantity,
      gross_minor,
      vendor_discount_minor,
      platform_discount_minor,
      tax_minor,
      platform_tax_minor: line.is_tax_of_platform ? tax_minor : 0n,
      total_minor,
      commission_base_minor: gross_minor - vendor_discount_minor,
    }
  })
}

function withCommission(
  lines: RoundedLine[],
  sources: PartitionSource[],
  commission: PartitionInput["commission"]
): PartitionedLine[] {
  const taken = commission(
    lines.map(({ quantity, commission_base_minor }, index) => ({
      vendor_id: sources[index]?.vendor_id ?? "",
      quantity,
      commission_base_minor,
    }))
  )

  return lines.map((line, index) => {
    const own = taken[index]
    if (!own) {
      throw new RangeError(`No commission was decided for line ${line.source_id}`)
    }
    const kept_minor =
      own.commission_minor + own.commission_tax_minor - own.withholding_minor + line.platform_tax_minor

    return { ...line, ...own, net_minor: line.total_minor + line.platform_discount_minor - kept_minor }
  })
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
    platform_tax_minor: total((line) => line.platform_tax_minor),
    total_minor,
    credit_minor,
    charged_minor: total_minor - credit_minor,
    commission_minor: total((line) => line.commission_minor),
    commission_tax_minor: total((line) => line.commission_tax_minor),
    withholding_minor: total((line) => line.withholding_minor),
    net_minor: total((line) => line.net_minor),
    lines,
  }
}
