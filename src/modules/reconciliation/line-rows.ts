import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, queryRows } from "../../lib/sql"
import { CAUSES, type CauseCode, type Finding, keyOf } from "./domain/causes"

// Raw SQL for ON CONFLICT, and because each change is conditional on the row's own state.

/** Whoever says that a line is over without a person. */
const SYSTEM = "system"

const text = (amount: bigint | null) => (amount === null ? null : String(amount))

/** Writes what a run found. What a person has done stays done. */
export async function saveFindings(
  context: Context,
  run_id: string,
  of: { findings: Finding[]; state: "open" | "repaired" }
): Promise<void> {
  const byKey = new Map(of.findings.map((finding) => [keyOf(finding), finding]))
  const rows = [...byKey].map(([key, finding]) => ({
    id: generateEntityId("", "rlin"),
    key,
    area: CAUSES[finding.cause].area,
    cause: finding.cause,
    gateway: finding.gateway,
    reference: finding.reference,
    currency_code: finding.currency_code,
    expected_minor: text(finding.expected_minor),
    found_minor: text(finding.found_minor),
    state: of.state,
    first_run_id: run_id,
    last_run_id: run_id,
  }))
  const isPersons = `reconciliation_line.state = 'done' and reconciliation_line.done_by <> '${SYSTEM}'`
  for (let start = 0; start < rows.length; start += 500) {
    await insertRows(
      context,
      "reconciliation_line",
      rows.slice(start, start + 500),
      `on conflict (key) do update set last_run_id = excluded.last_run_id, expected_minor = excluded.expected_minor,
         found_minor = excluded.found_minor,
         state = case when ${isPersons} then 'done' else excluded.state end,
         done_by = case when ${isPersons} then reconciliation_line.done_by end,
         done_at = case when ${isPersons} then reconciliation_line.done_at end,
         note = case when ${isPersons} then reconciliation_line.note end, updated_at = now()`
    )
  }
}

/** Closes open lines that a run would have found if they were still true. */
export async function closeGone(
  context: Context,
  of: { run_id: string; causes: CauseCode[]; now: Date }
): Promise<void> {
  if (of.causes.length) {
    await queryRows(
      context,
      `update reconciliation_line set state = 'done', done_by = '${SYSTEM}', done_at = ?, note = 'It is not found any more.',
         updated_at = now()
       where state = 'open' and last_run_id <> ? and cause in (${of.causes.map(() => "?").join(", ")})`,
      [of.now, of.run_id, ...of.causes]
    )
  }
}

/** False when it is not open any more. */
export async function markDone(
  context: Context,
  of: { id: string; by: string; note: string },
  now: Date
): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update reconciliation_line set state = 'done', done_by = ?, done_at = ?, note = ?, updated_at = now()
     where id = ? and state = 'open' returning id`,
    [of.by, now, of.note, of.id]
  )

  return rows.length > 0
}

export async function countOfRun(
  context: Context,
  run_id: string
): Promise<{ repaired: number; open: number }> {
  const [row] = await queryRows<{ repaired: number; open: number }>(
    context,
    `select count(*) filter (where state = 'repaired')::int as repaired, count(*) filter (where state = 'open')::int as open
     from reconciliation_line where last_run_id = ?`,
    [run_id]
  )

  return row ?? { repaired: 0, open: 0 }
}

export type Standing = {
  last_run: {
    id: string
    state: "running" | "done" | "failed"
    created_at: string
    finished_at: string | null
    last_error: string | null
  } | null
  open_lines: number
}

/** The last run and what is open, in one statement. */
export async function standing(context: Context): Promise<Standing> {
  const [row] = await queryRows<Standing>(
    context,
    `select (select jsonb_build_object('id', r.id, 'state', r.state, 'created_at', r.created_at,
         'finished_at', r.finished_at, 'last_error', r.last_error)
       from reconciliation_run r where r.deleted_at is null order by r.created_at desc, r.id desc limit 1) as last_run,
       (select count(*)::int from reconciliation_line where state = 'open' and deleted_at is null) as open_lines`
  )

  return row ?? { last_run: null, open_lines: 0 }
}
