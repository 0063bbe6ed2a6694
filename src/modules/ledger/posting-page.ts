import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { AccountType } from "./domain/account"
import type { LedgerLine, LineFilters, LinePage } from "./types"

/** Counting all of a long history would read all of it. */
const COUNTED_LINES = 1000

type LineRow = Omit<LedgerLine, "amount_minor" | "account"> & {
  amount_minor: string
  type: AccountType
  owner: string | null
}

/** Of a posting, its entry and its account, by the names that they have in the statement. */
const columnsOf = (posting: string, entry: string) =>
  `${posting}.id, ${posting}.seq::text as seq, ${posting}.amount_minor::text as amount_minor, ${posting}.currency_code,
   ${posting}.created_at as posted_at, ${entry}.id as entry_id, ${entry}.kind, ${entry}.occurred_at, ${entry}.reference,
   a.type, a.owner`

/** One page of postings, the last first unless told otherwise; by the order in which they were written. */
export async function pageOfLines(
  context: Context,
  filters: LineFilters,
  page: { take: number; skip: number; is_ascending: boolean }
): Promise<LinePage> {
  const most = page.take + page.skip
  const { sql, values } = linesOf(filters, { most, is_ascending: page.is_ascending })
  const rows = await queryRows<LineRow>(
    context,
    `select * from (${sql}) as line order by line.seq::bigint ${page.is_ascending ? "asc" : "desc"} limit ? offset ?`,
    [...values, page.take, page.skip]
  )
  const counted = linesOf(filters, { most: COUNTED_LINES + 1, is_ascending: false })
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count from (select 1 from (${counted.sql}) as line limit ${COUNTED_LINES + 1}) as counted`,
    counted.values
  )

  return {
    lines: rows.map(toLine),
    count: Math.min(count, COUNTED_LINES),
    has_more_than_count: count > COUNTED_LINES,
  }
}

/** The postings after one of them, the first first: to read a long history in pieces. */
export async function linesAfter(
  context: Context,
  filters: LineFilters,
  { after_seq, take }: { after_seq: string; take: number }
): Promise<LedgerLine[]> {
  const accounts = ofAccounts(filters)
  const { sql, values } = accounts.values.length
    ? linesOf({ ...filters, after_seq }, { most: take, is_ascending: true })
    : linesOfAll({ ...filters, after_seq })
  const rows = await queryRows<LineRow>(
    context,
    `select * from (${sql}) as line order by line.seq::bigint limit ?`,
    [...values, take]
  )

  return rows.map(toLine)
}

/** What an order has moved on a vendor's accounts, the first first: by the order's own index, however much the vendor sells. */
export async function linesOfOrder(
  context: Context,
  { owner, order_id, take }: { owner: string; order_id: string; take: number }
): Promise<LedgerLine[]> {
  const rows = await queryRows<LineRow>(
    context,
    `with entry as materialized (select * from ledger_entry where reference ->> 'order_id' = ?)
     select ${columnsOf("q", "entry")} from entry
     join ledger_posting q on q.entry_id = entry.id join ledger_account a on a.code = q.account_code
     where a.owner = ? order by q.seq limit ?`,
    [order_id, owner, take]
  )

  return rows.map(toLine)
}

type Bound = { most: number; is_ascending: boolean }

/** Of each account as many as can be on the page, by its own index: whatever the other accounts have is not read. */
function linesOf(filters: LineFilters & { after_seq?: string }, { most, is_ascending }: Bound) {
  const accounts = ofAccounts(filters)
  const lines = ofLines(filters)

  return {
    sql: `select ${columnsOf("p", "e")}
      from (select * from ledger_account where true${accounts.sql}) a
      cross join lateral (
        select q.* from ledger_posting q join ledger_entry f on f.id = q.entry_id
        where q.account_code = a.code${lines.sql}
        order by q.seq ${is_ascending ? "asc" : "desc"} limit ?) p
      join ledger_entry e on e.id = p.entry_id`,
    values: [...accounts.values, ...lines.values, most],
  }
}

/** Of the whole book, by the order in which it was written: each piece begins where the last one ended. */
function linesOfAll(filters: LineFilters & { after_seq: string }) {
  const lines = ofLines(filters)

  return {
    sql: `select ${columnsOf("q", "f")}
      from ledger_posting q join ledger_entry f on f.id = q.entry_id join ledger_account a on a.code = q.account_code
      where true${lines.sql}`,
    values: lines.values,
  }
}

const ofAccounts = (filters: LineFilters) =>
  conditions([
    ["owner = ?", filters.owner],
    ["type = ?", filters.type],
    ["currency_code = ?", filters.currency_code],
    ["code = ?", filters.account_code],
  ])

const ofLines = (filters: LineFilters & { after_seq?: string }) =>
  conditions([
    ["q.seq > ?::bigint", filters.after_seq],
    ["f.kind = ?", filters.kind],
    ["f.reference ->> 'order_id' = ?", filters.order_id],
    ["f.occurred_at >= ?", filters.occurred_from],
    ["f.occurred_at < ?", filters.occurred_before],
    ["q.created_at >= ?", filters.posted_from],
    ["q.created_at < ?", filters.posted_before],
  ])

function conditions(parts: [string, unknown][]) {
  const given = parts.filter(([, value]) => value !== undefined)

  return {
    sql: given.map(([part]) => ` and ${part}`).join(""),
    values: given.map(([, value]) => value),
  }
}

const toLine = ({ type, owner, amount_minor, ...row }: LineRow): LedgerLine => ({
  ...row,
  account: { type, owner: owner ?? undefined, currency_code: row.currency_code },
  amount_minor: BigInt(amount_minor),
})
