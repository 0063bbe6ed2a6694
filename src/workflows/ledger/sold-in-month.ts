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

/** In the order in which they add up to `net`, each with its sign. */
const PARTS = [
  ["items", "item_minor", 1n],
  ["delivery", "shipping_minor", 1n],
  ["discount_of_shop", "vendor_discount_minor", -1n],
  ["discount_of_platform", "platform_discount_minor", -1n],
  ["item_tax", "tax_minor", 1n],
  ["paid_by_platform", "platform_discount_minor", 1n],
  ["commission", "commission_minor", -1n],
  ["commission_tax", "commission_tax_minor", -1n],
  ["withheld", "withholding_minor", 1n],
] as const

type Part = (typeof PARTS)[number][0]

/** In major units; the parts add up to `net`, which is what the sales brought to the shop's balances. */
export type Sold = Record<Part | "net", string> & {
  orders: number
  /** Who has to pay the tax on the items to the tax office: it is part of what the shop is paid. */
  item_tax_remitter: "shop"
}

type Sums = { orders: number; net: bigint; parts: Record<string, bigint> }

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

  return (currencyCode) => soldOf(sums.get(currencyCode), currencyCode)
}

type Row = { currency_code: string; net_minor: string } & Record<(typeof PARTS)[number][1], string>

function add(sums: Map<string, Sums>, row: Row): void {
  const known = sums.get(row.currency_code) ?? { orders: 0, net: 0n, parts: {} }
  for (const [name, column, sign] of PARTS) {
    known.parts[name] = (known.parts[name] ?? 0n) + sign * BigInt(row[column])
  }
  sums.set(row.currency_code, { ...known, orders: known.orders + 1, net: known.net + BigInt(row.net_minor) })
}

function soldOf(sums: Sums | undefined, currencyCode: string): Sold {
  const major = (amount: bigint) => toMajorUnits(amount, currencyCode)
  const parts = PARTS.map(([name]) => [name, major(sums?.parts[name] ?? 0n)])

  return {
    // Built from the list of names itself.
    ...(Object.fromEntries(parts) as Record<Part, string>),
    net: major(sums?.net ?? 0n),
    orders: sums?.orders ?? 0,
    item_tax_remitter: "shop",
  }
}
