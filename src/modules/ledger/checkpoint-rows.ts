import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { Balance, BalanceFilters } from "./types"

const LOCK_SECONDS = 2
/** Of checkpoints among each other. */
const RUN_LOCK = 1_835_756_396

/**
 * The last posting up to which nothing can be added any more. Numbers are given before their transactions commit, so this
 * waits, for a moment, until no transaction that writes postings is under way; those that come after get larger ones.
 * To be called in a transaction of its own, which ends at once. @throws when a writer does not end in time
 */
export async function findCut(context: Context): Promise<bigint> {
  await queryRows(context, `set local lock_timeout = '${LOCK_SECONDS}s'`)
  await queryRows(context, `lock table ledger_posting in share mode`)
  const [row] = await queryRows<{ cut: string }>(
    context,
    `select coalesce(max(seq), 0)::text as cut from ledger_posting`
  )

  return BigInt(row?.cut ?? 0)
}

/** How many postings no checkpoint has counted yet; numbers of rolled back ones count too. */
export async function countUncounted(context: Context): Promise<number> {
  const [row] = await queryRows<{ uncounted: string }>(
    context,
    `select (coalesce((select max(seq) from ledger_posting), 0)
       - coalesce((select max(seq) from ledger_checkpoint), 0))::text as uncounted`
  )

  return Number(row?.uncounted ?? 0)
}

/** Adds to each account's kept balance what was posted since, up to the cut. Answers how many accounts have moved. */
export async function keepBalances(context: Context, cut: bigint): Promise<number> {
  await queryRows(context, `select pg_advisory_xact_lock(?)`, [RUN_LOCK])
  const moved = await queryRows(
    context,
    `insert into ledger_checkpoint (account_code, seq, balance_minor)
     select p.account_code, ?::bigint, sum(p.amount_minor)
     from ledger_posting p
     where p.seq > (select coalesce(max(seq), 0) from ledger_checkpoint) and p.seq <= ?::bigint
     group by p.account_code
     on conflict (account_code) do update set
       balance_minor = ledger_checkpoint.balance_minor + excluded.balance_minor,
       seq = excluded.seq, updated_at = now()
     returning account_code`,
    [String(cut), String(cut)]
  )

  return moved.length
}

type BalanceRow = Omit<Balance, "balance_minor"> & { balance_minor: string }

const BALANCES = `select a.code, a.type, a.owner, a.currency_code,
    (coalesce(c.balance_minor, 0) + coalesce((
      select sum(p.amount_minor) from ledger_posting p
      where p.account_code = a.code and p.seq > coalesce(c.seq, 0)), 0))::text as balance_minor
  from ledger_account a left join ledger_checkpoint c on c.account_code = a.code`

const MATCHING = `where (?::text is null or a.owner = ?) and (?::text is null or a.type = ?)
  and (?::text is null or a.currency_code = ?)`

const valuesOf = ({ owner, type, currency_code }: BalanceFilters) =>
  [owner, type, currency_code].flatMap((value) => [value ?? null, value ?? null])

const toBalance = (row: BalanceRow): Balance => ({ ...row, balance_minor: BigInt(row.balance_minor) })

/** Balances of accounts: what was kept, and what was posted after it. */
export async function balancesOf(context: Context, filters: BalanceFilters): Promise<Balance[]> {
  const rows = await queryRows<BalanceRow>(
    context,
    `${BALANCES} ${MATCHING} order by a.code`,
    valuesOf(filters)
  )

  return rows.map(toBalance)
}

/** One page of them, by the code of the account. */
export async function pageOfBalances(
  context: Context,
  filters: BalanceFilters,
  page: { take: number; skip: number }
): Promise<{ balances: Balance[]; count: number }> {
  const rows = await queryRows<BalanceRow>(
    context,
    `${BALANCES} ${MATCHING} order by a.code limit ? offset ?`,
    [...valuesOf(filters), page.take, page.skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count from ledger_account a ${MATCHING}`,
    valuesOf(filters)
  )

  return { balances: rows.map(toBalance), count }
}
