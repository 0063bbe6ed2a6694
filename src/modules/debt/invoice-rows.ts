import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import { type InvoiceState, invoiceNumber, isOpen, statesBefore } from "./domain/invoice"
import type { InvoicedDebt, InvoiceFilters, InvoiceRecord, IssueInvoiceInput, OfShop } from "./types"

// Raw SQL because each change is conditional on the row's own state, and numbers are counted in the database.

type Row = Omit<
  InvoiceRecord,
  "amount_minor" | "credited_minor" | "parts" | "issued_at" | "due_at" | "owed_since" | "closed_at"
> & {
  amount_minor: string
  credited_minor: string
  parts: { owed_for: string; amount_minor: string }[]
  issued_at: Date | string
  due_at: Date | string
  owed_since: Date | string | null
  closed_at: Date | string | null
}

const COLUMNS = `id, number, vendor_id, currency_code, amount_minor::text as amount_minor, state, parts, owed_since, shop_name,
  address_lines, from_seq::text as from_seq, credited_minor::text as credited_minor, issued_by, issued_at, due_at, closed_at,
  canceled_reason`

const dateOf = (value: Date | string | null) => (value === null ? null : new Date(value))

const fromRow = (row: Row): InvoiceRecord => ({
  ...row,
  amount_minor: BigInt(row.amount_minor),
  credited_minor: BigInt(row.credited_minor),
  parts: row.parts.map(({ owed_for, amount_minor }) => ({ owed_for, amount_minor: BigInt(amount_minor) })),
  issued_at: new Date(row.issued_at),
  due_at: new Date(row.due_at),
  owed_since: dateOf(row.owed_since),
  closed_at: dateOf(row.closed_at),
})

const OPEN = `state in ('open', 'part_paid')`

/** Whatever is done to a shop's invoices in a currency is done one after the other, until the transaction ends. */
export async function lockInvoices(context: Context, of: OfShop): Promise<void> {
  await queryRows(context, `select pg_advisory_xact_lock(hashtextextended(?, 0))`, [
    `debt_invoice:${boundVendor(of.vendor_id)}:${of.currency_code}`,
  ])
}

export async function findOpen(
  context: Context,
  { vendor_id, currency_code }: OfShop
): Promise<InvoiceRecord | null> {
  const [row] = await queryRows<Row>(
    context,
    `select ${COLUMNS} from debt_invoice where vendor_id = ? and currency_code = ? and ${OPEN}`,
    [boundVendor(vendor_id), currency_code]
  )

  return row ? fromRow(row) : null
}

/** Of any shop, for staff, or of one alone. */
export async function findInvoice(
  context: Context,
  { id, vendor_id }: { id: string; vendor_id?: string }
): Promise<InvoiceRecord | null> {
  const [row] = await queryRows<Row>(
    context,
    `select ${COLUMNS} from debt_invoice where id = ? and (?::text is null or vendor_id = ?)`,
    [id, vendor_id ?? null, vendor_id ?? null]
  )

  return row ? fromRow(row) : null
}

/** Numbers it: the last statement before the row itself, since everybody who issues one waits here for the other to commit. */
export async function insertInvoice(
  context: Context,
  input: IssueInvoiceInput,
  debt: InvoicedDebt
): Promise<InvoiceRecord> {
  const year = input.issued_at.getUTCFullYear()
  const [counted] = await queryRows<{ count: number }>(
    context,
    `insert into debt_invoice_count (year, count) values (?, 1)
     on conflict (year) do update set count = debt_invoice_count.count + 1 returning count`,
    [year]
  )
  const [row] = await queryRows<Row>(
    context,
    `insert into debt_invoice (id, number, vendor_id, currency_code, amount_minor, parts, owed_since, shop_name, address_lines,
       from_seq, credited_minor, issued_by, issued_at, due_at)
     values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) returning ${COLUMNS}`,
    [
      generateEntityId("", "dinv"),
      invoiceNumber(year, counted?.count ?? 0),
      boundVendor(input.vendor_id),
      input.currency_code,
      String(debt.owed_minor),
      JSON.stringify(debt.parts.map((part) => ({ ...part, amount_minor: String(part.amount_minor) }))),
      debt.owed_since,
      input.shop_name,
      JSON.stringify(input.address_lines),
      debt.from_seq,
      String(debt.credited_minor),
      input.issued_by,
      input.issued_at,
      input.due_at,
    ]
  )
  if (!row) {
    throw new RangeError(`The invoice of ${input.vendor_id} was not written`)
  }

  return fromRow(row)
}

/** Null when it cannot move there any more. */
export async function moveInvoice(
  context: Context,
  move: { id: string; to: InvoiceState; canceled?: { by: string; reason: string } }
): Promise<InvoiceRecord | null> {
  const from = statesBefore(move.to)
  const [row] = await queryRows<Row>(
    context,
    `update debt_invoice set state = ?, closed_at = case when ? then now() end, canceled_by = ?, canceled_reason = ?,
       updated_at = now()
     where id = ? and state in (${from.map(() => "?").join(", ")}) returning ${COLUMNS}`,
    [move.to, !isOpen(move.to), move.canceled?.by ?? null, move.canceled?.reason ?? null, move.id, ...from]
  )

  return row ? fromRow(row) : null
}

/** The last one first. */
export async function pageOfInvoices(
  context: Context,
  { vendor_id, currency_code, state }: InvoiceFilters,
  { take, skip }: { take: number; skip: number }
): Promise<{ invoices: InvoiceRecord[]; count: number }> {
  const states = state?.length ? JSON.stringify(state) : null
  const matching = `from debt_invoice where (?::text is null or vendor_id = ?) and (?::text is null or currency_code = ?)
    and (?::jsonb is null or state in (select jsonb_array_elements_text(?::jsonb)))`
  const filters = [vendor_id, vendor_id, currency_code, currency_code, states, states].map(
    (value) => value ?? null
  )
  const rows = await queryRows<Row>(
    context,
    `select ${COLUMNS} ${matching} order by issued_at desc, id desc limit ? offset ?`,
    [...filters, take, skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count ${matching}`,
    filters
  )

  return { invoices: rows.map(fromRow), count }
}

/** Shops and currencies with an open invoice, after one of them. */
export async function openAfter(
  context: Context,
  { after, take }: { after: string; take: number }
): Promise<(OfShop & { id: string })[]> {
  return queryRows(
    context,
    `select id, vendor_id, currency_code from debt_invoice where ${OPEN} and id > ? order by id limit ?`,
    [after, take]
  )
}

/** The open ones of some shops. */
export async function openOf(context: Context, vendorIds: string[]): Promise<InvoiceRecord[]> {
  if (!vendorIds.length) {
    return []
  }
  const rows = await queryRows<Row>(
    context,
    `select ${COLUMNS} from debt_invoice where ${OPEN} and vendor_id in (${vendorIds.map(() => "?").join(", ")})`,
    vendorIds.map(boundVendor)
  )

  return rows.map(fromRow)
}
