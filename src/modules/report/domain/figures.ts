/** Amounts in integer minor units, as rows of the roll-up hold them. */
export const SUMMED_AMOUNTS = [
  "gross_minor",
  "discount_minor",
  "shipping_minor",
  "tax_minor",
  "platform_discount_minor",
  "commission_minor",
  "commission_tax_minor",
  "withholding_minor",
  "earnings_minor",
  "refunded_minor",
  "returned_commission_minor",
  "returned_commission_tax_minor",
  "returned_earnings_minor",
  "canceled_minor",
] as const

export const SUMMED_COUNTS = ["orders", "units", "refunds", "cancellations", "returns"] as const

export type SummedAmount = (typeof SUMMED_AMOUNTS)[number]
export type SummedCount = (typeof SUMMED_COUNTS)[number]

/** What happened in a stretch of time, in one currency. */
export type Sums = Record<SummedAmount, bigint> & Record<SummedCount, number>

export const NOTHING: Sums = {
  ...(Object.fromEntries(SUMMED_AMOUNTS.map((name) => [name, 0n])) as Record<SummedAmount, bigint>),
  ...(Object.fromEntries(SUMMED_COUNTS.map((name) => [name, 0])) as Record<SummedCount, number>),
}

const each = (amount: (name: SummedAmount) => bigint, count: (name: SummedCount) => number): Sums => {
  const sums = { ...NOTHING }
  for (const name of SUMMED_AMOUNTS) {
    sums[name] = amount(name)
  }
  for (const name of SUMMED_COUNTS) {
    sums[name] = count(name)
  }

  return sums
}

export const addSums = (all: Sums[]): Sums =>
  all.reduce(
    (total, sums) =>
      each(
        (name) => total[name] + sums[name],
        (name) => total[name] + sums[name]
      ),
    NOTHING
  )

/** One less the other. */
export const takeSums = (sums: Sums, off: Sums): Sums =>
  each(
    (name) => sums[name] - off[name],
    (name) => sums[name] - off[name]
  )

/** Goods at what they were sold for: their price less what was taken off it. */
export const netSalesOf = ({ gross_minor, discount_minor }: Sums): bigint => gross_minor - discount_minor

/** What buyers were to pay: goods, delivery and tax. */
export const totalSalesOf = (sums: Sums): bigint => netSalesOf(sums) + sums.shipping_minor + sums.tax_minor

/** Rounded half up to the minor unit; null where nothing was ordered. */
export function averageOrderOf(sums: Sums): bigint | null {
  const orders = BigInt(sums.orders)
  if (orders === 0n) {
    return null
  }

  // Towards minus infinity, as half up is, also for what came out below zero.
  return floorOf(netSalesOf(sums) * 2n + orders, orders * 2n)
}

/** By how much a figure has changed, in basis points of what it was before; null where there was nothing to compare with. */
export function changeOf(now: bigint | number | null, before: bigint | number | null): number | null {
  if (now === null || before === null || Number(before) === 0) {
    return null
  }
  const [current, earlier] = [scaled(now), scaled(before)]
  const size = earlier < 0n ? -earlier : earlier

  return Number(floorOf((current - earlier) * 20_000n + size, size * 2n))
}

/** Goods are sold by the thousandth of a unit at the least. */
const scaled = (value: bigint | number): bigint =>
  typeof value === "bigint" ? value : BigInt(Math.round(value * 1000))

/** The whole part of a fraction whose lower part is above zero, downwards. */
function floorOf(upper: bigint, lower: bigint): bigint {
  const whole = upper / lower

  return upper < 0n && whole * lower !== upper ? whole - 1n : whole
}
