import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { scoped } from "../../lib/vendor-scope"
import { LEDGER_MODULE } from "../../modules/ledger"
import { monthOf } from "../../modules/ledger/domain/statement"
import type LedgerModuleService from "../../modules/ledger/service"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"

/** So many orders are in memory at a time. */
const CHUNK = 1000

const COLUMNS = [
  "item_minor",
  "shipping_minor",
  "vendor_discount_minor",
  "platform_discount_minor",
  "tax_minor",
  "platform_tax_minor",
  "commission_minor",
  "commission_tax_minor",
  "withholding_minor",
  "net_minor",
] as const

type Amounts = Record<(typeof COLUMNS)[number], bigint>

/** In the order in which they add up to `net`, each with its sign. */
const PARTS = {
  items: ({ item_minor }) => item_minor,
  delivery: ({ shipping_minor }) => shipping_minor,
  discount_of_shop: ({ vendor_discount_minor }) => -vendor_discount_minor,
  discount_of_platform: ({ platform_discount_minor }) => -platform_discount_minor,
  item_tax_by_shop: ({ tax_minor, platform_tax_minor }) => tax_minor - platform_tax_minor,
  item_tax_by_platform: ({ platform_tax_minor }) => platform_tax_minor,
  item_tax_kept: ({ platform_tax_minor }) => -platform_tax_minor,
  paid_by_platform: ({ platform_discount_minor }) => platform_discount_minor,
  commission: ({ commission_minor }) => -commission_minor,
  commission_tax: ({ commission_tax_minor }) => -commission_tax_minor,
  withheld: ({ withholding_minor }) => withholding_minor,
} as const satisfies Record<string, (sums: Amounts) => bigint>

type Part = keyof typeof PARTS

/** In major units; the parts add up to `net`, which is what the sales brought to the shop's balances. */
export type Sold = Record<Part | "net", string> & {
  orders: number
  /**
   * Who pays the tax on what was sold to the tax office, as frozen with each sale. What the shop pays is part of its net; what the
   * platform pays is kept of it.
   */
  item_tax_remitter: "shop" | "platform" | "both"
}

type Sums = { orders: number; amounts: Amounts }

/** What a shop sold in a month, by currency, read in pieces from the orders whose sale was posted in it. */
export async function readSoldInMonth(
  container: MedusaContainer,
  { vendor_id, period }: { vendor_id: string; period: string }
): Promise<(currencyCode: string) => Sold> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const orders = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const { from, before } = monthOf(period)
  const filters = { vendor_id, kind: "sale" as const, posted_from: from, posted_before: before }
  const sums = new Map<string, Sums>()
  let after_seq = "0"
  for (;;) {
    const lines = await ledger.linesOfVendorAfter(filters, { after_seq, take: CHUNK })
    const last = lines.at(-1)
    if (!last) {
      break
    }
    after_seq = last.seq
    const order_id = [...new Set(lines.flatMap(({ reference }) => reference.order_id ?? []))]
    for (const row of await orders.listVendorOrders(scoped(vendor_id, { order_id }))) {
      add(sums, row)
    }
  }

  return (currencyCode) => soldOf(sums.get(currencyCode) ?? NOTHING, currencyCode)
}

// Built from the list of names itself.
const amountsOf = (pick: (column: (typeof COLUMNS)[number]) => bigint) =>
  Object.fromEntries(COLUMNS.map((column) => [column, pick(column)])) as Amounts

const NOTHING: Sums = { orders: 0, amounts: amountsOf(() => 0n) }

type Row = { currency_code: string } & Record<keyof Amounts, string>

function add(sums: Map<string, Sums>, row: Row): void {
  const { orders, amounts } = sums.get(row.currency_code) ?? NOTHING
  sums.set(row.currency_code, {
    orders: orders + 1,
    amounts: amountsOf((column) => amounts[column] + BigInt(row[column])),
  })
}

function soldOf({ orders, amounts }: Sums, currencyCode: string): Sold {
  const major = (amount: bigint) => toMajorUnits(amount, currencyCode)
  const parts = Object.entries(PARTS).map(([name, part]) => [name, major(part(amounts))])

  return {
    // The same.
    ...(Object.fromEntries(parts) as Record<Part, string>),
    net: major(amounts.net_minor),
    orders,
    item_tax_remitter: remitterOf(amounts),
  }
}

function remitterOf({ tax_minor, platform_tax_minor }: Amounts): Sold["item_tax_remitter"] {
  if (platform_tax_minor === 0n) {
    return "shop"
  }

  return platform_tax_minor === tax_minor ? "platform" : "both"
}
