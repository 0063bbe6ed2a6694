import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type { State } from "./domain/metric"
import type { ShopStanding, ShopToScore, Standing } from "./types"

// Raw SQL for ON CONFLICT, and because the lists join shops of another module.

/** The driver may hand times out as text. */
const withTime = <Row extends Standing>(row: Row): Row => ({ ...row, computed_at: new Date(row.computed_at) })

/** One that is older than what is kept changes nothing. */
export async function keepStanding(context: Context, standing: Standing): Promise<void> {
  await queryRows(
    context,
    `insert into scorecard (vendor_id, state, metrics, computed_at) values (?, ?, ?::jsonb, ?)
     on conflict (vendor_id) do update set state = excluded.state, metrics = excluded.metrics,
       computed_at = excluded.computed_at, updated_at = now()
     where scorecard.computed_at <= excluded.computed_at`,
    [boundVendor(standing.vendor_id), standing.state, JSON.stringify(standing.metrics), standing.computed_at]
  )
}

export async function standingOf(context: Context, vendorId: string): Promise<Standing | null> {
  const [row] = await queryRows<Standing>(
    context,
    `select vendor_id, state, metrics, computed_at from scorecard where vendor_id = ?`,
    [boundVendor(vendorId)]
  )

  return row ? withTime(row) : null
}

/** Shops that stand at one of the states: the worst first, then by name. */
export async function pageOfStandings(
  context: Context,
  states: State[],
  { take, skip }: { take: number; skip: number }
): Promise<{ shops: ShopStanding[]; count: number }> {
  const among = `s.state in (${states.map(() => "?").join(", ")})`
  const rows = await queryRows<ShopStanding & { count: number }>(
    context,
    `select s.vendor_id, s.state, s.metrics, s.computed_at, v.name, v.handle, v.status, count(*) over ()::int as count
     from scorecard s join vendor v on v.id = s.vendor_id and v.deleted_at is null
     where ${among} order by (s.state = 'limit') desc, v.name, v.id limit ? offset ?`,
    [...states, take, skip]
  )
  const [{ count } = { count: 0 }] = rows.length
    ? rows
    : await queryRows<{ count: number }>(
        context,
        `select count(*)::int as count from scorecard s
         join vendor v on v.id = s.vendor_id and v.deleted_at is null where ${among}`,
        states
      )

  return { shops: rows.map(({ count: _count, ...row }) => withTime(row)), count }
}

/** Shops that were given orders since then, or that were looked at before, in the order of their ids. */
export function shopsToScore(
  context: Context,
  { since, after, take }: { since: Date; after: string; take: number }
): Promise<ShopToScore[]> {
  return queryRows<ShopToScore>(
    context,
    `select v.id as vendor_id, v.settings from vendor v
     where v.id > ? and v.deleted_at is null and (
       exists (select 1 from vendor_order o where o.vendor_id = v.id and o.placed_at > ? and o.deleted_at is null)
       or exists (select 1 from scorecard s where s.vendor_id = v.id))
     order by v.id limit ?`,
    [after, since, take]
  )
}
