import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import {
  CODE_TTL_SECONDS,
  FACTOR_WINDOW_SECONDS,
  HOUR_SECONDS,
  MOST_FACTOR_TRIES,
  type SmsPeriod,
  USED_CODE_SECONDS,
} from "./domain/limits"
import { sweepPairs } from "./pair-rows"
import { type CodeKey, isOpenToAll, type RightCode } from "./types"

// Each of these is one statement whose own condition is the limit: any number of requests at the same moment pass it
// one after the other, which the generated methods (read, then write) cannot promise.

const before = (now: Date, seconds: number) => new Date(now.getTime() - seconds * 1000)

/** Counts an SMS in all its periods; what is missing in the answer had no room. Undone by the caller's rollback. */
export async function countSms(context: Context, periods: SmsPeriod[]): Promise<string[]> {
  const open = periods.filter(({ limit }) => limit > 0)
  const rows = await queryRows<{ scope: string }>(
    context,
    `insert into sms_budget as had (scope, period_start, sent)
     values ${open.map(() => "(?, ?, 1)").join(", ")}
     on conflict (scope, period_start) do update set sent = had.sent + 1
     where had.sent < case excluded.scope ${open.map(() => "when ? then ?::integer").join(" ")} end
     returning scope`,
    [
      ...open.flatMap(({ scope, period_start }) => [scope, period_start]),
      ...open.flatMap(({ scope, limit }) => [scope, limit]),
    ]
  )

  return rows.map(({ scope }) => scope)
}

type Saved = { seed: string; expires_at: Date }

/**
 * Keeps the seed of a code and says which one holds. As long as it is young, a code for a sign-in is the same in every
 * message, and the one before holds as long as its message said: no stranger's request ends what the owner just got. Codes
 * of other purposes are asked for by their own login alone, and a new one takes the place of the old.
 */
export async function saveCode(context: Context, key: CodeKey, newSeed: string, now: Date): Promise<Saved> {
  const expires_at = new Date(now.getTime() + CODE_TTL_SECONDS * 1000)
  const isHeld = `(:is_shared and had.consumed_at is null and had.expires_at > :now)`
  const isKept = `(${isHeld} and had.seeded_at > :young)`
  const { sql, values } = named(
    `insert into one_time_code as had (id, purpose, subject, destination, seed, seeded_at, expires_at)
     values (:id, :purpose, :subject, :destination, :seed, :now, :expires_at)
     on conflict (purpose, subject, destination) do update set
       previous_seed = case when ${isKept} then had.previous_seed when ${isHeld} then had.seed end,
       previous_expires_at =
         case when ${isKept} then had.previous_expires_at when ${isHeld} then had.expires_at end,
       seed = case when ${isKept} then had.seed else excluded.seed end,
       seeded_at = case when ${isKept} then had.seeded_at else excluded.seeded_at end,
       expires_at = excluded.expires_at, consumed_at = null, updated_at = now()
     returning seed`,
    {
      ...key,
      id: generateEntityId("", "otc"),
      seed: newSeed,
      is_shared: isOpenToAll(key.purpose),
      young: before(now, CODE_TTL_SECONDS),
      now,
      expires_at,
    }
  )
  const [row] = await queryRows<{ seed: string }>(context, sql, values)

  return { seed: row?.seed ?? newSeed, expires_at }
}

/** Writes the values of `:name` in the order of their places; one that stands in a condition says its type by a cast. */
function named(text: string, given: Record<string, unknown>) {
  const values: unknown[] = []
  const sql = text.replace(/(?<!:):([a-z_]+)/g, (_, name: string) => {
    values.push(given[name])

    return CASTS[name] ?? "?"
  })

  return { sql, values }
}

const CASTS: Record<string, string> = {
  is_shared: "?::boolean",
  now: "?::timestamptz",
  young: "?::timestamptz",
}

export type OpenCode = { id: string; seeds: string[] }

/** The seeds of all codes that hold for a key; null when there is none. */
export async function findOpenCode(context: Context, key: CodeKey, now: Date): Promise<OpenCode | null> {
  const [row] = await queryRows<{ id: string; seed: string; previous_seed: string | null }>(
    context,
    `select id, seed, case when previous_expires_at > ? then previous_seed end as previous_seed
     from one_time_code
     where purpose = ? and subject = ? and destination = ? and consumed_at is null and expires_at > ?`,
    [now, key.purpose, key.subject, key.destination, now]
  )

  return row ? { id: row.id, seeds: [row.seed, row.previous_seed].filter((seed) => seed !== null) } : null
}

/** True for one caller alone, who ends with it all codes that were open beside; for none once a newer one took its place. */
export async function consume(context: Context, { id, seed }: RightCode, now: Date): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update one_time_code set consumed_at = ?, updated_at = now()
     where id = ? and consumed_at is null and expires_at > ?
       and (seed = ? or (previous_seed = ? and previous_expires_at > ?)) returning id`,
    [now, id, now, seed, seed, now]
  )

  return rows.length === 1
}

/** True for the first who shows this code for this login. */
export async function claimUsedCode(
  context: Context,
  identity: string,
  codeHash: string,
  now: Date
): Promise<boolean> {
  const rows = await queryRows(
    context,
    `insert into used_factor_code as had (auth_identity_id, code_hash, expires_at) values (?, ?, ?)
     on conflict (auth_identity_id, code_hash) do update set expires_at = excluded.expires_at
     where had.expires_at <= ? returning code_hash`,
    [identity, codeHash, new Date(now.getTime() + USED_CODE_SECONDS * 1000), now]
  )

  return rows.length === 1
}

/** Takes one of a login's tries at its second factor; when none is left, says when its window began. */
export async function takeFactorTry(context: Context, identity: string, now: Date): Promise<Date | null> {
  const taken = await queryRows(
    context,
    `insert into factor_attempt as had (auth_identity_id, window_started_at, attempts) values (?, ?, 1)
     on conflict (auth_identity_id) do update set
       attempts = case when had.window_started_at <= ? then 1 else had.attempts + 1 end,
       window_started_at =
         case when had.window_started_at <= ? then excluded.window_started_at else had.window_started_at end
     where had.window_started_at <= ? or had.attempts < ${MOST_FACTOR_TRIES}
     returning attempts`,
    [identity, now, ...Array(3).fill(before(now, FACTOR_WINDOW_SECONDS))]
  )
  if (taken.length) {
    return null
  }
  const [row] = await queryRows<{ window_started_at: Date }>(
    context,
    `select window_started_at from factor_attempt where auth_identity_id = ?`,
    [identity]
  )

  return row?.window_started_at ?? now
}

/** Deletes what no rule needs any more. */
export async function sweep(context: Context, now: Date): Promise<void> {
  const yesterday = before(now, 24 * HOUR_SECONDS)
  await queryRows(context, `delete from one_time_code where expires_at < ?`, [yesterday])
  await sweepPairs(context, now)
  await queryRows(context, `delete from sms_budget where period_start < ?`, [
    before(now, 30 * 24 * HOUR_SECONDS),
  ])
  await queryRows(context, `delete from used_factor_code where expires_at < ?`, [now])
  await queryRows(context, `delete from factor_attempt where window_started_at < ?`, [yesterday])
}
