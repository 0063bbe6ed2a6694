import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { type AccountType, accountCode } from "./domain/account"
import type { AvailableLine } from "./domain/why-owed"
import type { OwedPage, OwingVendor, Standing, VendorCurrency } from "./types"

/** So many lines tell why something is owed; what is older is told as one sum. */
const LINES = 500

/** Nothing is added to an account at or below it any more. */
const lastCut = (code: string) =>
  `coalesce((select seq from ledger_checkpoint where account_code = ${code}), 0)`

/** Of an account, as the statement sees it: what the last checkpoint kept and what came after. */
const balanceOf = (code: string) => `(
  coalesce((select balance_minor from ledger_checkpoint where account_code = ${code}), 0)
  + coalesce((select sum(amount_minor) from ledger_posting
      where account_code = ${code} and seq > ${lastCut(code)}), 0))`

const LAST_CUT = lastCut("w.available")

/** What has come in on what is available. */
const creditedAfter = (seq: string) => `(select coalesce(-sum(amount_minor), 0) from ledger_posting
  where account_code = w.available and seq > ${seq} and amount_minor < 0)`

const codeOf = (type: AccountType, { vendor_id: owner, currency_code }: VendorCurrency) =>
  accountCode({ type, owner, currency_code })

/**
 * What a vendor owes out of what is available, and what has made it less since a place in the books behind which nothing can
 * be added any more: the one that is given, or the last checkpoint's. In one statement, so that both are of one moment.
 */
export async function standingOf(
  context: Context,
  { from_seq, ...of }: VendorCurrency & { from_seq: string | null }
): Promise<Standing> {
  const [row] = await queryRows<{ owed: string; from_seq: string; credited: string }>(
    context,
    `select ${balanceOf("w.available")}::text as owed, w.from_seq::text as from_seq,
       ${creditedAfter("w.from_seq")}::text as credited
     from (select a.available, coalesce(?::bigint, ${lastCut("a.available")}) as from_seq
           from (select ?::text as available) a) w`,
    [from_seq, codeOf("vendor_available", of)]
  )

  return {
    owed_minor: BigInt(row?.owed ?? 0),
    from_seq: row?.from_seq ?? "0",
    credited_minor: BigInt(row?.credited ?? 0),
  }
}

export type DebtLines = Omit<Standing, "owed_minor"> & {
  available_minor: bigint
  receivable_minor: bigint
  lines: AvailableLine[]
}

type LineRow = {
  available: string
  receivable: string
  from_seq: string
  credited: string
  kind: AvailableLine["kind"] | null
  amount_minor: string
  has_cash: boolean
  posted_at: Date | string
}

/** What a vendor's accounts hold, where it stands, and the last lines of what is available, the last one first; of one moment. */
export async function linesOfDebt(context: Context, of: VendorCurrency): Promise<DebtLines> {
  const rows = await queryRows<LineRow>(
    context,
    `select (-${balanceOf("w.available")})::text as available, ${balanceOf("w.receivable")}::text as receivable,
       ${LAST_CUT}::text as from_seq, ${creditedAfter(LAST_CUT)}::text as credited, l.*
     from (select ?::text as available, ?::text as receivable, ?::text as cash) w
     left join lateral (
       select e.kind, p.amount_minor::text as amount_minor, p.created_at as posted_at, p.seq,
         exists (select 1 from ledger_posting c where c.entry_id = e.id and c.account_code = w.cash) as has_cash
       from ledger_posting p join ledger_entry e on e.id = p.entry_id
       where p.account_code = w.available order by p.seq desc limit ?) l on true
     order by l.seq desc`,
    [codeOf("vendor_available", of), codeOf("vendor_receivable", of), codeOf("vendor_cash", of), LINES]
  )

  return {
    available_minor: BigInt(rows[0]?.available ?? 0),
    receivable_minor: BigInt(rows[0]?.receivable ?? 0),
    from_seq: rows[0]?.from_seq ?? "0",
    credited_minor: BigInt(rows[0]?.credited ?? 0),
    lines: rows.flatMap(({ kind, amount_minor, has_cash, posted_at }) =>
      kind ? [{ kind, has_cash, amount_minor: BigInt(amount_minor), posted_at: new Date(posted_at) }] : []
    ),
  }
}

type OwingRow = VendorCurrency & Record<"owed" | "cash", string>

const OWING = `select a.owner as vendor_id, a.currency_code,
    coalesce(sum(b.balance) filter (where a.type <> 'vendor_cash'), 0) as owed,
    coalesce(sum(b.balance) filter (where a.type = 'vendor_cash'), 0) as cash
  from ledger_account a cross join lateral (select ${balanceOf("a.code")} as balance) b
  where a.type in ('vendor_available', 'vendor_receivable', 'vendor_cash')
    and (?::text is null or a.owner = ?) and (?::text is null or a.currency_code = ?)
  group by a.owner, a.currency_code
  having coalesce(sum(b.balance) filter (where a.type <> 'vendor_cash'), 0) > 0`

/** Vendors that owe something, by vendor and currency, with the cash that they hold besides. */
export async function pageOfOwing(
  context: Context,
  { vendor_id, currency_code }: { vendor_id?: string; currency_code?: string },
  { take, skip }: { take: number; skip: number }
): Promise<OwedPage> {
  const filters = [vendor_id, vendor_id, currency_code, currency_code].map((value) => value ?? null)
  const rows = await queryRows<OwingRow>(
    context,
    `select vendor_id, currency_code, owed::text as owed, cash::text as cash from (${OWING}) w
     order by vendor_id, currency_code limit ? offset ?`,
    [...filters, take, skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count from (${OWING}) w`,
    filters
  )

  return { owing: rows.map(fromRow), count }
}

const fromRow = ({ owed, cash, ...of }: OwingRow): OwingVendor => ({
  ...of,
  owed_minor: BigInt(owed),
  cash_minor: BigInt(cash),
})
