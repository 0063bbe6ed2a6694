import { randomUUID } from "node:crypto"
import { BUYER_MARKS_SQL } from "../buyer-marks"

export type Run = (sql: string, values?: unknown[]) => Promise<Record<string, string>[]>

/** What these tests need of core's tables. */
const OF_CORE = [
  `create table "order" (id text primary key, customer_id text null, email text null, status text not null default 'pending')`,
  `create table order_line_item (id text primary key, product_id text null)`,
  `create table product (id text primary key, title text not null)`,
  `insert into product select 'prod_' || n, 'Product ' || n from generate_series(1, 5) n`,
  `insert into product select 'prod_' || n || '_' || shop, 'Product ' || n from generate_series(1, 5) n,
     unnest(array['vend_a', 'vend_b', 'vend_c']) shop`,
  BUYER_MARKS_SQL,
]

export async function makeTablesOfCore(run: Run): Promise<void> {
  for (const statement of OF_CORE) {
    await run(statement)
  }
}

export type Line = {
  product_id?: string | null
  quantity?: number
  gross: number
  vendor_discount?: number
  platform_discount?: number
  tax?: number
}

export type Part = { vendor_id: string; items: Line[]; delivery?: Line }

export type Sale = {
  placed_at: string
  currency_code?: string
  customer_id?: string | null
  email?: string
  parts: Part[]
}

const numbered = (line: Line) => ({
  id: `vol_${randomUUID()}`,
  source: `item_${randomUUID()}`,
  quantity: line.quantity ?? 1,
  gross: line.gross,
  vendor_discount: line.vendor_discount ?? 0,
  platform_discount: line.platform_discount ?? 0,
  tax: line.tax ?? 0,
  product_id: line.product_id ?? null,
})

type Numbered = ReturnType<typeof numbered>

/** What the platform keeps of each line: enough to tell it from everything else. */
const COMMISSION_BPS = 850
const commissionOf = (line: Numbered) =>
  Math.floor(((line.gross - line.vendor_discount) * COMMISSION_BPS) / 10_000)

const totalOf = (line: Numbered) => line.gross - line.vendor_discount - line.platform_discount + line.tax
const add = (lines: Numbered[], of: (line: Numbered) => number) =>
  lines.reduce((sum, line) => sum + of(line), 0)

/** Writes an order as a checkout does, in one transaction of several statements. */
export async function sell(run: Run, sale: Sale): Promise<{ order_id: string; vendor_order_ids: string[] }> {
  const [order_id, partition] = [`order_${randomUUID()}`, `opart_${randomUUID()}`]
  const currency = sale.currency_code ?? "ngn"
  await run(`insert into "order" (id, customer_id, email) values (?, ?, ?)`, [
    order_id,
    sale.customer_id ?? null,
    sale.email ?? null,
  ])
  await run(
    `insert into order_partition (id, order_id, currency_code, charged_minor, credit_minor) values (?, ?, ?, 0, 0)`,
    [partition, order_id, currency]
  )
  const vendor_order_ids: string[] = []
  for (const part of sale.parts) {
    vendor_order_ids.push(
      await sellPart(run, part, { order_id, partition, currency, placed_at: sale.placed_at })
    )
  }

  return { order_id, vendor_order_ids }
}

type Of = { order_id: string; partition: string; currency: string; placed_at: string }

async function sellPart(run: Run, part: Part, of: Of): Promise<string> {
  const id = `vord_${randomUUID()}`
  const items = part.items.map(numbered)
  const deliveries = part.delivery ? [numbered(part.delivery)] : []
  const all = [...items, ...deliveries]
  const commission = add(items, commissionOf)
  const total = add(all, totalOf)
  const platformDiscount = add(all, (line) => line.platform_discount)
  await run(
    `insert into vendor_order (id, display_number, order_id, partition_id, vendor_id, currency_code, item_count, item_minor,
       shipping_minor, vendor_discount_minor, platform_discount_minor, tax_minor, total_minor, credit_minor, charged_minor,
       commission_minor, commission_tax_minor, withholding_minor, net_minor, placed_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 7, 3, ?, ?)`,
    [
      ...[id, id, of.order_id, of.partition, part.vendor_id, of.currency, items.length],
      ...[add(items, (line) => line.gross), add(deliveries, (line) => line.gross)],
      ...[
        add(all, (line) => line.vendor_discount),
        platformDiscount,
        add(all, (line) => line.tax),
        total,
        total,
      ],
      ...[commission, total + platformDiscount - commission - 7 + 3, of.placed_at],
    ]
  )
  for (const line of all) {
    await sellLine(run, line, { vendor_order_id: id, is_item: items.includes(line) })
  }

  return id
}

async function sellLine(
  run: Run,
  line: Numbered,
  of: { vendor_order_id: string; is_item: boolean }
): Promise<void> {
  const commission = of.is_item ? commissionOf(line) : 0
  if (of.is_item) {
    await run(`insert into order_line_item (id, product_id) values (?, ?)`, [line.source, line.product_id])
  }
  await run(
    `insert into vendor_order_line (id, vendor_order_id, kind, source_id, title, quantity, gross_minor, vendor_discount_minor,
       platform_discount_minor, tax_minor, total_minor, commission_rate_bps, commission_base_minor, commission_minor, net_minor)
     values (?, ?, ?, ?, 'Adire', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[line.id, of.vendor_order_id, of.is_item ? "item" : "shipping", line.source, String(line.quantity)],
      ...[line.gross, line.vendor_discount, line.platform_discount, line.tax, totalOf(line), COMMISSION_BPS],
      ...[line.gross - line.vendor_discount, commission, totalOf(line) + line.platform_discount - commission],
    ]
  )
}

export const refund = (run: Run, vendor_order_id: string, amount: number, at: string) =>
  run(
    `insert into vendor_order_refund (id, vendor_order_id, refund_key, amount_minor, commission_minor, platform_discount_minor, created_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      `vor_${randomUUID()}`,
      vendor_order_id,
      randomUUID(),
      amount,
      Math.trunc(amount / 10),
      Math.trunc(amount / 20),
      at,
    ]
  )

export const cancel = (run: Run, vendor_order_id: string, at: string) =>
  run(
    `insert into vendor_order_transition (id, vendor_order_id, from_status, to_status, actor, created_at)
     values (?, ?, 'pending', 'canceled', 'vendor', ?)`,
    [`vot_${randomUUID()}`, vendor_order_id, at]
  )

export const askBack = (run: Run, vendor_order_id: string, at: string) =>
  run(
    `insert into vendor_order_return (return_id, vendor_order_id, order_id, vendor_id, reason_code, items, created_at)
     select ?, id, order_id, vendor_id, 'damaged', '[]', ? from vendor_order where id = ?`,
    [`return_${randomUUID()}`, at, vendor_order_id]
  )
