import { z } from "@medusajs/framework/zod"
import Table from "cli-table3"
import { toMajorUnits } from "../../src/lib/money"
import { queryAs } from "./database"

const minor = z.union([z.string(), z.number()]).transform((amount) => BigInt(amount))

const Order = z.object({
  display_id: z.number(),
  currency_code: z.string(),
  charged_minor: minor,
  gateway_reference: z.string().nullable(),
})
const VendorOrder = z.object({
  id: z.string(),
  display_number: z.string(),
  status: z.string(),
  vendor_id: z.string(),
  vendor_name: z.string(),
  items: z.string(),
  item_minor: minor,
  shipping_minor: minor,
  vendor_discount_minor: minor,
  platform_discount_minor: minor,
  tax_minor: minor,
  charged_minor: minor,
  commission_minor: minor,
  net_minor: minor,
})
const Balance = z.object({
  code: z.string(),
  /** Of the account's owner, where that is a shop. */
  shop: z.string().nullable(),
  type: z.string(),
  owner: z.string().nullable(),
  currency_code: z.string(),
  balance_minor: minor,
})

type VendorOrder = z.infer<typeof VendorOrder>
type Balance = z.infer<typeof Balance>

export type Receipt = {
  order: z.infer<typeof Order>
  vendor_orders: VendorOrder[]
  balances: Balance[]
}

/** Commission, balances and the book are not for shoppers, so no public route tells them: read from the database. */
export async function readReceipt(databaseUrl: string, orderId: string): Promise<Receipt> {
  const [order] = await queryAs(
    databaseUrl,
    Order,
    `select o.display_id, p.currency_code, p.charged_minor::text, (
        select t.reference
        from order_payment_collection link
        join payment_session s on s.payment_collection_id = link.payment_collection_id
        join gateway_transaction t on t.session_id = s.id and t.state = 'paid'
        where link.order_id = o.id limit 1) as gateway_reference
      from order_partition p join "order" o on o.id = p.order_id
      where p.order_id = $1`,
    [orderId]
  )
  if (!order) {
    throw new Error(`Order ${orderId} was not divided into vendor orders.`)
  }
  const vendor_orders = await queryAs(
    databaseUrl,
    VendorOrder,
    `select vo.id, vo.display_number, vo.status, vo.vendor_id, v.name as vendor_name,
        vo.item_minor::text, vo.shipping_minor::text, vo.vendor_discount_minor::text,
        vo.platform_discount_minor::text, vo.tax_minor::text, vo.charged_minor::text,
        vo.commission_minor::text, vo.net_minor::text,
        (select string_agg(l.quantity || ' x ' || case when length(l.title) > 40 then left(l.title, 39) || '…' else l.title end,
            E'\\n' order by l.title)
          from vendor_order_line l where l.vendor_order_id = vo.id and l.kind = 'item') as items
      from vendor_order vo join vendor v on v.id = vo.vendor_id
      where vo.order_id = $1 order by vo.display_number`,
    [orderId]
  )
  const balances = await queryAs(
    databaseUrl,
    Balance,
    `select a.code, v.name as shop, a.type, a.owner, a.currency_code,
        coalesce(sum(p.amount_minor), 0)::text as balance_minor
      from ledger_account a
      left join ledger_posting p on p.account_code = a.code
      left join vendor v on v.id = a.owner
      group by a.code, v.name order by a.currency_code, a.code`
  )

  return { order, vendor_orders, balances }
}

/** Sum of all postings for each currency: anything but zero is a broken book. */
export function trialBalance(balances: Balance[]): Map<string, { debit: bigint; credit: bigint }> {
  const totals = new Map<string, { debit: bigint; credit: bigint }>()
  for (const { currency_code, balance_minor } of balances) {
    const { debit, credit } = totals.get(currency_code) ?? { debit: 0n, credit: 0n }
    totals.set(currency_code, {
      debit: balance_minor > 0n ? debit + balance_minor : debit,
      credit: balance_minor < 0n ? credit - balance_minor : credit,
    })
  }

  return totals
}

/** What does not add up, in sentences; empty when everything does. */
export function problemsOf({ order, vendor_orders, balances }: Receipt): string[] {
  const charged = vendor_orders.reduce((sum, part) => sum + part.charged_minor, 0n)
  const unequal = [...trialBalance(balances)].filter(([, { debit, credit }]) => debit !== credit)

  return [
    ...(charged === order.charged_minor
      ? []
      : [`The vendor orders add up to ${charged}, but ${order.charged_minor} was charged.`]),
    ...(balances.length ? [] : ["The ledger is empty: the sale was not posted."]),
    ...unequal.map(
      ([currency, { debit, credit }]) => `The ledger is off by ${debit - credit} in ${currency}.`
    ),
  ]
}

export function printReceipt(receipt: Receipt): string {
  const { order, vendor_orders, balances } = receipt
  const paid = `paid ${money(order.charged_minor, order.currency_code)} with Paystack`
  const reference = order.gateway_reference ? ` (${order.gateway_reference})` : ""

  return [
    `Order #${order.display_id}: ${vendor_orders.length} shops, ${paid}${reference}`,
    vendorOrderTable(vendor_orders, order.currency_code),
    "What each shop's account holds now, all its sales together",
    vendorBalanceTable(vendor_orders, balances),
    "The ledger's trial balance",
    trialBalanceTable(balances),
  ].join("\n")
}

const COLUMNS = [
  "Vendor order",
  "Shop",
  "Items",
  "Price",
  "Delivery",
  "Discount",
  "Tax",
  "Total",
  "Commission",
  "To the shop",
]
const amountColumns = (text: number, amounts: number) => [
  ...Array<"left">(text).fill("left"),
  ...Array<"right">(amounts).fill("right"),
]
const style = { head: [], border: [] }

function vendorOrderTable(parts: VendorOrder[], currency: string): string {
  const table = new Table({ head: COLUMNS, colAligns: amountColumns(3, 7), style })
  const amountsOf = (part: VendorOrder) => [
    part.item_minor,
    part.shipping_minor,
    -(part.vendor_discount_minor + part.platform_discount_minor),
    part.tax_minor,
    part.charged_minor,
    part.commission_minor,
    part.net_minor,
  ]
  for (const part of parts) {
    const amounts = amountsOf(part).map((amount) => money(amount, currency, false))
    table.push([`${part.display_number}\n${part.status}`, part.vendor_name, part.items, ...amounts])
  }
  const totals = parts
    .map(amountsOf)
    .reduce(
      (sums, amounts) => sums.map((sum, index) => sum + (amounts[index] ?? 0n)),
      Array<bigint>(7).fill(0n)
    )
  table.push(["Order", "", "", ...totals.map((amount) => money(amount, currency, false))])

  return table.toString()
}

function vendorBalanceTable(parts: VendorOrder[], balances: Balance[]): string {
  const table = new Table({
    head: ["Shop", "Pending", "Available", "Reserved"],
    colAligns: amountColumns(1, 3),
    style,
  })
  for (const part of parts) {
    const own = balances.filter(({ owner }) => owner === part.vendor_id)
    const of = (type: string) => {
      const account = own.find((balance) => balance.type === type)
      // What the platform owes is a credit, negative in the book; the vendor reads it as money of theirs.
      return account ? money(-account.balance_minor, account.currency_code) : "0"
    }
    table.push([part.vendor_name, of("vendor_pending"), of("vendor_available"), of("vendor_reserved")])
  }

  return table.toString()
}

function trialBalanceTable(balances: Balance[]): string {
  const table = new Table({ head: ["Account", "Debit", "Credit"], colAligns: amountColumns(1, 2), style })
  for (const { code, type, shop, balance_minor, currency_code } of balances) {
    const account = shop ? `${type} of ${shop}` : code
    const amount = money(balance_minor < 0n ? -balance_minor : balance_minor, currency_code, false)
    table.push(balance_minor < 0n ? [account, "", amount] : [account, amount, ""])
  }
  for (const [currency, { debit, credit }] of trialBalance(balances)) {
    table.push([
      `Sum in ${currency.toUpperCase()}`,
      money(debit, currency, false),
      money(credit, currency, false),
    ])
    table.push([
      "Difference",
      { colSpan: 2, hAlign: "right", content: money(debit - credit, currency, false) },
    ])
  }

  return table.toString()
}

/** 123456n NGN -> "NGN 1,234.56". */
export function money(amountMinor: bigint, currencyCode: string, withCurrency = true): string {
  const digits = toMajorUnits(1n, currencyCode).split(".")[1]?.length ?? 0
  const [whole = "0", fraction = ""] = toMajorUnits(amountMinor, currencyCode).split(".")
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",")
  const amount = digits ? `${grouped}.${fraction.padEnd(digits, "0")}` : grouped

  return withCurrency ? `${currencyCode.toUpperCase()} ${amount}` : amount
}
