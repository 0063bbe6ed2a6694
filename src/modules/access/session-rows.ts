import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { nextMillisecond, type SessionLife, seenBefore } from "./domain/session-life"

/** Sessions that were ended together, as much as is needed to take it back. */
export type EndedSessions = {
  ids: string[]
  ended_at: Date
  /** Only where a login's mark was set: what it was before. */
  mark: { auth_identity_id: string; set_to: Date; before: Date | null } | null
}

export type RenewSessionInput = { id: string; auth_identity_id: string; life: SessionLife; now: Date }

/** `life` only where being used renews the session. */
export type TouchSessionInput = { id: string; life: SessionLife | null; now: Date }

export type EndSessionsOfActorInput = {
  actor_type: string
  actor_id: string | string[]
  because: string
  /** Only this one of the actor's sessions. */
  id?: string
}

export type EndSessionsOfLoginInput = { auth_identity_id: string; because: string }

/** Whole milliseconds of the database's clock, which all processes share. Dates of JavaScript hold no more. */
export async function readClock(context: Context): Promise<Date> {
  const [row] = await queryRows<{ now: Date | string }>(
    context,
    `select date_trunc('milliseconds', clock_timestamp()) as now`
  )

  return new Date((row as { now: Date | string }).now)
}

/** One of an impersonated login keeps the end that staff were given. */
const NEXT_EXPIRY = `case when impersonator_user_id is not null then expires_at
  else least(?::timestamptz + make_interval(secs => ?), started_at + make_interval(secs => ?)) end`

/** One statement, so that a session that ends at the same moment is not brought back. Null when there is none to renew. */
export async function renewSession(context: Context, input: RenewSessionInput): Promise<Date | null> {
  const { id, auth_identity_id, life, now } = input
  const [row] = await queryRows<{ expires_at: Date }>(
    context,
    `update access_session set expires_at = ${NEXT_EXPIRY}, last_seen_at = ?, updated_at = now()
     where id = ? and auth_identity_id = ? and revoked_at is null and deleted_at is null and expires_at > ?
       and started_at + make_interval(secs => ?) > ?
     returning expires_at`,
    [now, life.ttl_seconds, life.max_age_seconds, now, id, auth_identity_id, now, life.max_age_seconds, now]
  )

  return row ? new Date(row.expires_at) : null
}

/** Of requests that come together one writes. Being used never makes the end earlier. */
export async function touchSession(context: Context, { id, life, now }: TouchSessionInput): Promise<void> {
  const expiry = life ? `greatest(expires_at, ${NEXT_EXPIRY})` : "expires_at"
  await queryRows(
    context,
    `update access_session set last_seen_at = ?, expires_at = ${expiry}, updated_at = now()
     where id = ? and revoked_at is null and expires_at > ? and last_seen_at <= ?`,
    [now, ...(life ? [now, life.ttl_seconds, life.max_age_seconds] : []), id, now, seenBefore(now)]
  )
}

export async function endSessionsOfActor(
  context: Context,
  { actor_type, actor_id, because, id }: EndSessionsOfActorInput
): Promise<EndedSessions> {
  const actors = [actor_id].flat()
  const ended_at = new Date()
  if (!actors.length) {
    return { ids: [], ended_at, mark: null }
  }
  const rows = await queryRows<{ id: string }>(
    context,
    `update access_session set revoked_at = ?, revoked_because = ?, updated_at = now()
     where actor_type = ? and actor_id in (${actors.map(() => "?").join(", ")}) and revoked_at is null
       and expires_at > ? ${id === undefined ? "" : "and id = ?"}
     returning id`,
    [ended_at, because, actor_type, ...actors, ended_at, ...(id === undefined ? [] : [id])]
  )

  return { ids: rows.map((row) => row.id), ended_at, mark: null }
}

/**
 * The mark first, from the database's clock and rounded up: what arrived before it dies even if its row is written
 * afterwards, and what signs in between the two statements is younger than the mark, and stays.
 */
export async function endSessionsOfLogin(
  context: Context,
  { auth_identity_id, because }: EndSessionsOfLoginInput
): Promise<EndedSessions> {
  const [before] = await queryRows<{ revoked_before: Date | null }>(
    context,
    `select revoked_before from access_mark where auth_identity_id = ? for update`,
    [auth_identity_id]
  )
  // Read when nobody else can set the mark any more.
  const ended_at = nextMillisecond(await readClock(context))
  await queryRows(
    context,
    `insert into access_mark (auth_identity_id, revoked_before) values (?, ?)
     on conflict (auth_identity_id) do update
       set revoked_before = greatest(access_mark.revoked_before, excluded.revoked_before), updated_at = now()`,
    [auth_identity_id, ended_at]
  )
  const rows = await queryRows<{ id: string }>(
    context,
    `update access_session set revoked_at = ?, revoked_because = ?, updated_at = now()
     where auth_identity_id = ? and revoked_at is null and expires_at > ? returning id`,
    [ended_at, because, auth_identity_id, ended_at]
  )

  return {
    ids: rows.map((row) => row.id),
    ended_at,
    mark: { auth_identity_id, set_to: ended_at, before: before?.revoked_before ?? null },
  }
}

/** Takes the end of sessions back, for a workflow whose later step failed; what somebody else has ended stays ended. */
export async function reviveSessions(
  context: Context,
  { ids, ended_at, mark }: EndedSessions
): Promise<void> {
  if (ids.length) {
    await queryRows(
      context,
      `update access_session set revoked_at = null, revoked_because = null, updated_at = now()
       where id in (${ids.map(() => "?").join(", ")}) and revoked_at = ?`,
      [...ids, ended_at]
    )
  }
  if (mark) {
    await queryRows(
      context,
      `update access_mark set revoked_before = ?, updated_at = now()
       where auth_identity_id = ? and revoked_before = ?`,
      [mark.before, mark.auth_identity_id, mark.set_to]
    )
  }
}

/** Removes rows of sessions that nobody can use any more; how many it were. */
export async function purgeSessions(
  context: Context,
  { expired_before, limit }: { expired_before: Date; limit: number }
): Promise<number> {
  const rows = await queryRows(
    context,
    `delete from access_session where id in
       (select id from access_session where expires_at < ? order by expires_at limit ? for update skip locked)
     returning id`,
    [expired_before, limit]
  )

  return rows.length
}
