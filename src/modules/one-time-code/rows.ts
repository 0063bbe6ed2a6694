import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import {
  CODE_TTL_SECONDS,
  FACTOR_WINDOW_SECONDS,
  HOUR_SECONDS,
  MOST_FACTOR_TRIES,
  MOST_SENDS_PER_HOUR,
  MOST_TRIES,
  RESEND_AFTER_SECONDS,
  type SmsPeriod,
  USED_CODE_SECONDS,
} from "./domain/limits"
import type { CodeKey, RightCode } from "./types"

// Each of these is one statement whose own condition is the limit: any number of requests at the same moment pass it
// one after the other, which the generated methods (read, then write) cannot promise.

const before = (now: Date, seconds: number) => new Date(now.getTime() - seconds * 1000)

/** Counts a message to a destination; false when it has to wait. */
export async function countSend(context: Context, destination: string, now: Date): Promise<boolean> {
  const rows = await queryRows(
    context,
    `insert into code_send as had (destination, sent_at) values (?, array[?::timestamptz])
     on conflict (destination) do update set sent_at =
       (case when cardinality(had.sent_at) >= ${MOST_SENDS_PER_HOUR} then had.sent_at[2:] else had.sent_at end)
       || excluded.sent_at
     where had.sent_at[cardinality(had.sent_at)] <= ?
       and (cardinality(had.sent_at) < ${MOST_SENDS_PER_HOUR} or had.sent_at[1] <= ?)
     returning destination`,
    [destination, now, before(now, RESEND_AFTER_SECONDS), before(now, HOUR_SECONDS)]
  )

  return rows.length === 1
}

export async function sendsTo(context: Context, destination: string): Promise<Date[]> {
  const [row] = await queryRows<{ sent_at: Date[] }>(
    context,
    `select sent_at from code_send where destination = ?`,
    [destination]
  )

  return row?.sent_at ?? []
}

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

export async function saveCode(context: Context, key: CodeKey, codeHash: string, now: Date): Promise<Date> {
  const expiresAt = new Date(now.getTime() + CODE_TTL_SECONDS * 1000)
  await queryRows(
    context,
    `insert into one_time_code (id, purpose, subject, destination, code_hash, expires_at)
     values (?, ?, ?, ?, ?, ?)
     on conflict (purpose, subject, destination) do update set code_hash = excluded.code_hash,
       expires_at = excluded.expires_at, attempts = 0, consumed_at = null, updated_at = now()`,
    [generateEntityId("", "otc"), key.purpose, key.subject, key.destination, codeHash, expiresAt]
  )

  return expiresAt
}

/** Takes one of the tries of the living code and says what it was; null when there is none, or no try is left. */
export async function takeTry(context: Context, key: CodeKey, now: Date): Promise<RightCode | null> {
  const [row] = await queryRows<RightCode>(
    context,
    `update one_time_code set attempts = attempts + 1, updated_at = now()
     where purpose = ? and subject = ? and destination = ?
       and consumed_at is null and expires_at > ? and attempts < ${MOST_TRIES}
     returning id, code_hash`,
    [key.purpose, key.subject, key.destination, now]
  )

  return row ?? null
}

/** True for one caller alone, and for none once a newer code has taken its place. */
export async function consume(context: Context, code: RightCode, now: Date): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update one_time_code set consumed_at = ?, updated_at = now()
     where id = ? and code_hash = ? and consumed_at is null and expires_at > ? returning id`,
    [now, code.id, code.code_hash, now]
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
  await queryRows(context, `delete from code_send where sent_at[cardinality(sent_at)] < ?`, [yesterday])
  await queryRows(context, `delete from sms_budget where period_start < ?`, [
    before(now, 30 * 24 * HOUR_SECONDS),
  ])
  await queryRows(context, `delete from used_factor_code where expires_at < ?`, [now])
  await queryRows(context, `delete from factor_attempt where window_started_at < ?`, [yesterday])
}
