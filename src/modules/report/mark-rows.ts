import type { Context } from "@medusajs/framework/types"
import { quarterOf } from "../../lib/report-marks"
import { queryRows } from "../../lib/sql"
import { PLATFORM, type ReportScope, scopeName } from "./scope"

/** The quarter of an hour and the day of UTC that something has changed in. */
export type Mark = { quarter_at: string; day_at: string; vendor_id: string | null; order_id: string | null }

/** Held until the transaction is over: whatever works out rows anew does so by itself, so that the last word is the newest. */
const LOCK = "hashtext('report')"

/** False when another process is at it. */
export async function tryToHold(context: Context): Promise<boolean> {
  const [lock] = await queryRows<{ is_ours: boolean }>(
    context,
    `select pg_try_advisory_xact_lock(${LOCK}) as is_ours`
  )

  return lock?.is_ours ?? false
}

export async function waitToHold(context: Context): Promise<void> {
  await queryRows(context, `select 1 from (select pg_advisory_xact_lock(${LOCK})) as held`)
}

const ofScope = (scope: ReportScope) => (scope === PLATFORM ? "" : "vendor_id = ?")
const idOf = (scope: ReportScope) => (scope === PLATFORM ? [] : [scopeName(scope)])

/** Takes the oldest marks of a shop, or of all. What a rolled back transaction took is there again. */
export async function takeMarks(context: Context, scope: ReportScope, limit: number): Promise<Mark[]> {
  const which = ofScope(scope)

  return queryRows<Mark>(
    context,
    `delete from report_mark where id in (
       select id from report_mark ${which && `where ${which}`} order by id limit ?)
     returning to_char(${quarterOf("at")} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as quarter_at,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day_at, vendor_id, order_id`,
    [...idOf(scope), limit]
  )
}

export async function dropMarks(context: Context): Promise<void> {
  await queryRows(context, "delete from report_mark")
}

/** Whether something has changed that is not in the sums yet. */
export async function hasMarks(context: Context, scope: ReportScope): Promise<boolean> {
  const which = ofScope(scope)
  const [row] = await queryRows<{ is_marked: boolean }>(
    context,
    `select exists (select 1 from report_mark ${which && `where ${which}`}) as is_marked`,
    idOf(scope)
  )

  return row?.is_marked ?? false
}
