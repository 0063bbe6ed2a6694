import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { scoped } from "../../lib/vendor-scope"
import { LEDGER_MODULE } from "../../modules/ledger"
import type { AccountType } from "../../modules/ledger/domain/account"
import type LedgerModuleService from "../../modules/ledger/service"
import type { LedgerLine, VendorLineFilters } from "../../modules/ledger/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"

/** So many lines are in memory at a time, however many an export has. */
const CHUNK = 1000

/** What a shop sees of a posting: what is owed to it is above zero. Nothing of the gateway's, or of other parties. */
export type VendorTransaction = {
  id: string
  kind: string
  /** Which of the shop's balances has moved: `pending`, `available`, `reserved`, `disputed`, `receivable` or `in_transit`. */
  balance: string
  /** In major units, as a decimal. */
  amount: string
  currency_code: string
  order_id: string | null
  order_number: string | null
  occurred_at: Date
}

type Page = { take: number; skip: number; is_ascending: boolean }

/** One page of a shop's transactions, the last first unless told otherwise. @throws not found for another shop's order */
export async function listVendorTransactions(
  container: MedusaContainer,
  { vendor_order_id, ...filters }: VendorLineFilters & { vendor_order_id?: string },
  page: Page
) {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const order = vendor_order_id
    ? await container
        .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
        .findOfVendor(filters.vendor_id, vendor_order_id)
    : null
  const { lines, count, has_more_than_count } = await ledger.listLinesOfVendor(
    { ...filters, order_id: order?.order_id },
    page
  )

  return {
    transactions: await viewsOf(container, filters.vendor_id, lines),
    count,
    has_more_than_count,
    offset: page.skip,
    limit: page.take,
  }
}

/** All of them, the oldest first, in pieces. */
export async function* readVendorTransactions(
  container: MedusaContainer,
  filters: VendorLineFilters
): AsyncGenerator<VendorTransaction[]> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  let after_seq = "0"
  for (;;) {
    const lines = await ledger.linesOfVendorAfter(filters, { after_seq, take: CHUNK })
    const last = lines.at(-1)
    if (!last) {
      return
    }
    yield await viewsOf(container, filters.vendor_id, lines)
    after_seq = last.seq
  }
}

/** An account of a shop's by the name that the shop reads. */
export const balanceName = (type: AccountType): string => type.replace(/^(vendor|payouts)_/, "")

async function viewsOf(
  container: MedusaContainer,
  vendor_id: string,
  lines: LedgerLine[]
): Promise<VendorTransaction[]> {
  const orders = await ordersOf(container, vendor_id, lines)

  return lines.map(({ id, kind, account, amount_minor, currency_code, reference, occurred_at }) => {
    const order = orders.get(reference.order_id ?? "")

    return {
      id,
      kind,
      balance: balanceName(account.type),
      amount: toMajorUnits(-amount_minor, currency_code),
      currency_code,
      order_id: order?.id ?? null,
      order_number: order?.display_number ?? null,
      occurred_at,
    }
  })
}

async function ordersOf(container: MedusaContainer, vendor_id: string, lines: LedgerLine[]) {
  const ids = [...new Set(lines.flatMap(({ reference }) => reference.order_id ?? []))]
  if (!ids.length) {
    return new Map<string, { id: string; display_number: string }>()
  }
  const rows = await container
    .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    .listVendorOrders(scoped(vendor_id, { order_id: ids }), { select: ["id", "order_id", "display_number"] })

  return new Map(rows.map((row) => [row.order_id, row]))
}
