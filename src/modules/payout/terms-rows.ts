import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { JobRecord, StoredTerms } from "./types"

export async function termsOf(context: Context, vendorIds: string[]): Promise<StoredTerms[]> {
  if (!vendorIds.length) {
    return []
  }

  return queryRows<StoredTerms>(
    context,
    `select vendor_id, risk_level, schedule, stopped_reason, is_cash_stopped, split_deposits, changed_by from payout_terms
     where vendor_id in (${vendorIds.map(() => "?").join(", ")})`,
    vendorIds
  )
}

export async function saveTerms(
  context: Context,
  {
    vendor_id,
    risk_level,
    schedule,
    stopped_reason,
    is_cash_stopped,
    split_deposits,
    changed_by,
  }: StoredTerms
): Promise<void> {
  await queryRows(
    context,
    `insert into payout_terms (vendor_id, risk_level, schedule, stopped_reason, is_cash_stopped, split_deposits, changed_by)
     values (?, ?, ?, ?, ?, ?::jsonb, ?)
     on conflict (vendor_id) do update set risk_level = excluded.risk_level, schedule = excluded.schedule,
       stopped_reason = excluded.stopped_reason, is_cash_stopped = excluded.is_cash_stopped,
       split_deposits = excluded.split_deposits,
       changed_by = excluded.changed_by, updated_at = now()`,
    [
      vendor_id,
      risk_level,
      schedule,
      stopped_reason,
      is_cash_stopped,
      JSON.stringify(split_deposits),
      changed_by,
    ]
  )
}

/** The vendors that gateways pay by themselves in some currency; they are few. */
export async function vendorsWithDeposit(context: Context): Promise<string[]> {
  const rows = await queryRows<{ vendor_id: string }>(
    context,
    `select vendor_id from payout_terms where split_deposits <> '{}'::jsonb order by vendor_id`
  )

  return rows.map(({ vendor_id }) => vendor_id)
}

async function beginJob(context: Context, name: string, now: Date): Promise<void> {
  await queryRows(
    context,
    `insert into payout_job (name, started_at) values (?, ?)
     on conflict (name) do update set started_at = excluded.started_at, updated_at = now()`,
    [name, now]
  )
}

async function endJob(
  context: Context,
  name: string,
  end: { succeeded_at?: Date; last_error?: string; result?: Record<string, unknown> }
): Promise<void> {
  await queryRows(
    context,
    `update payout_job set succeeded_at = coalesce(?, succeeded_at), last_error = ?, result = coalesce(?::jsonb, result),
       updated_at = now() where name = ?`,
    [end.succeeded_at ?? null, end.last_error ?? null, end.result ? JSON.stringify(end.result) : null, name]
  )
}

export async function listJobs(context: Context): Promise<JobRecord[]> {
  const rows = await queryRows<JobRecord>(
    context,
    `select name, created_at, started_at, succeeded_at, last_error, result from payout_job order by name`
  )

  return rows.map((row) => ({
    ...row,
    created_at: new Date(row.created_at),
    started_at: new Date(row.started_at),
    succeeded_at: row.succeeded_at && new Date(row.succeeded_at),
  }))
}

type InTransaction = (change: (context: Context) => Promise<void>) => Promise<void>

/** The work itself is in no transaction: a job takes long, and does many things. */
export async function runJob<Result extends Record<string, unknown>>(
  inTransaction: InTransaction,
  name: string,
  work: () => Promise<Result>
): Promise<Result> {
  await inTransaction((context) => beginJob(context, name, new Date()))
  try {
    const result = await work()
    await inTransaction((context) => endJob(context, name, { succeeded_at: new Date(), result }))

    return result
  } catch (error) {
    const last_error = error instanceof Error ? error.message : String(error)
    await inTransaction((context) => endJob(context, name, { last_error }))
    throw error
  }
}
