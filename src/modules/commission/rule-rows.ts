import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import { type CommissionRule, type CommissionTerms, readRule } from "./domain/rule"
import type { RuleFilters, RulePaging, RuleVersion } from "./types"

type Row = Record<"id" | "series_id", string> & { version: number } & Record<string, unknown>

/**
 * Writes a rule, or the next version of the one that is named, which ends in the same moment. Null when that one has ended
 * already: of two changes at once the second finds the first.
 */
export async function insertVersion(
  context: Context,
  terms: CommissionTerms,
  replacedId?: string
): Promise<RuleVersion | null> {
  const replaced = replacedId ? await endVersion(context, replacedId) : null
  if (replacedId && !replaced) {
    return null
  }
  const id = generateEntityId("", "crul")
  // The generated method would not give the moment of the transaction, in which the version before has ended.
  const [row] = await queryRows<Row>(
    context,
    `insert into commission_rule (id, series_id, version, name, priority, conditions, applies_to, rate_bps, counted_by,
       amounts, starts_at, ends_at)
     values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?, ?) returning *`,
    [
      id,
      replaced?.series_id ?? id,
      (replaced?.version ?? 0) + 1,
      terms.name,
      terms.priority,
      JSON.stringify(terms.conditions),
      terms.applies_to,
      terms.rate_bps,
      terms.counted_by,
      JSON.stringify(terms.amounts),
      terms.starts_at,
      terms.ends_at,
    ]
  )

  return row ? versionOf(row) : null
}

/** Ends a version that is in force; null when none is. */
export async function endVersion(context: Context, id: string): Promise<RuleVersion | null> {
  const [row] = await queryRows<Row>(
    context,
    `update commission_rule set ended_at = now(), updated_at = now() where id = ? and ended_at is null returning *`,
    [id]
  )

  return row ? versionOf(row) : null
}

/**
 * A write that is taken back leaves a version that was never in force; the one before holds on as if nothing had been.
 * Once somebody has written the next version, it stays as it is.
 */
export async function undoVersion(context: Context, id: string, reopenedId?: string): Promise<void> {
  const undone = await queryRows(
    context,
    `update commission_rule set ended_at = valid_from, updated_at = now() where id = ? and ended_at is null returning id`,
    [id]
  )
  if (undone.length && reopenedId) {
    await reopenVersion(context, reopenedId)
  }
}

export async function reopenVersion(context: Context, id: string): Promise<void> {
  await queryRows(context, `update commission_rule set ended_at = null, updated_at = now() where id = ?`, [
    id,
  ])
}

/** All versions of the rule that this one belongs to, the last first. */
export async function versionsOf(context: Context, id: string): Promise<RuleVersion[]> {
  const rows = await queryRows<Row>(
    context,
    `select * from commission_rule where series_id = (select series_id from commission_rule where id = ?)
     order by version desc limit 1000`,
    [id]
  )

  return rows.map(versionOf)
}

/** Rules in force with these very conditions and this priority: among them a second one would be. */
export async function twinsOf(context: Context, terms: CommissionTerms): Promise<unknown[]> {
  return queryRows(
    context,
    `select * from commission_rule where ended_at is null and priority = ? and conditions = ?::jsonb
       and (ends_at is null or ends_at > now())`,
    [terms.priority, JSON.stringify(terms.conditions)]
  )
}

export async function pageOfRules(
  context: Context,
  filters: RuleFilters,
  { take, skip, order, is_descending }: RulePaging
): Promise<{ rules: RuleVersion[]; count: number }> {
  const where = `where (?::text is null or (ended_at is null) = (?::text = 'in_force'))
    and conditions @> ?::jsonb and (?::text is null or position(lower(?) in lower(name)) > 0)`
  const { status = null, conditions = {}, q = null } = filters
  const values = [status, status, JSON.stringify(conditions), q, q]
  const direction = is_descending ? "desc" : "asc"
  // One of three names that the type allows, and a word of ours.
  const rows = await queryRows<Row>(
    context,
    `select * from commission_rule ${where} order by ${order} ${direction}, id ${direction} limit ? offset ?`,
    [...values, take, skip]
  )
  const [counted] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count from commission_rule ${where}`,
    values
  )

  return { rules: rows.map(versionOf), count: counted?.count ?? 0 }
}

function versionOf(row: Row): RuleVersion {
  const rule = readRule(row)
  const date = (value: unknown) => new Date(value as string | Date)

  return {
    // What is not understood is shown as it is: somebody has to see it to end it.
    ...(rule ?? (row as unknown as CommissionRule)),
    is_understood: rule !== null,
    series_id: row.series_id,
    version: row.version,
    valid_from: date(row.valid_from),
    ended_at: row.ended_at ? date(row.ended_at) : null,
    created_at: date(row.created_at),
  }
}
