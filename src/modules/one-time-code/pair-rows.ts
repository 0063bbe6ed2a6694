import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import {
  DESTINATION_SENDS,
  HOUR_SECONDS,
  isPairProven,
  MOST_TRIES,
  MOST_TRIES_AT_DESTINATION,
  PAIR_SENDS,
  PROVEN_PAIR_SECONDS,
  type SendLimit,
} from "./domain/limits"
import type { Pair } from "./types"

// As in rows.ts, each is one statement whose own condition is the limit.

const before = (now: Date, seconds: number) => new Date(now.getTime() - seconds * 1000)

const withThisSend = ({ most_per_hour }: SendLimit) =>
  `(case when cardinality(had.sent_at) >= ${most_per_hour} then had.sent_at[2:] else had.sent_at end) || excluded.sent_at`

/** Takes the moments before which the newest, and the first of a full hour, have to lie. */
const hasRoom = ({ most_per_hour }: SendLimit) =>
  `(cardinality(had.sent_at) = 0 or had.sent_at[cardinality(had.sent_at)] <= ?)
   and (cardinality(had.sent_at) < ${most_per_hour} or had.sent_at[1] <= ?)`

type PairFacts = { proven_at: Date | string | null }

/** What was let through, and whether its asker is held by the limits of all askers together. */
export type Admitted = { is_proven: boolean }

const admitted = (rows: PairFacts[], now: Date): Admitted | null => {
  const [row] = rows

  return row ? { is_proven: isPairProven(row.proven_at ? new Date(row.proven_at) : null, now) } : null
}

/** Counts a message that an asker has sent, with new tries at it; null when it has to wait. */
export async function countPairSend(context: Context, pair: Pair, now: Date): Promise<Admitted | null> {
  const rows = await queryRows<PairFacts>(
    context,
    `insert into code_send as had (destination, asker_hash, sent_at) values (?, ?, array[?::timestamptz])
     on conflict (destination, asker_hash) do update set sent_at = ${withThisSend(PAIR_SENDS)}, tries = 0
     where ${hasRoom(PAIR_SENDS)}
     returning proven_at`,
    [pair.destination, pair.asker_hash, now, before(now, PAIR_SENDS.gap_seconds), before(now, HOUR_SECONDS)]
  )

  return admitted(rows, now)
}

/** Counts a message to a destination, whoever asked for it; false when it has to wait. */
export async function countDestinationSend(
  context: Context,
  destination: string,
  now: Date
): Promise<boolean> {
  const rows = await queryRows(
    context,
    `insert into code_destination as had (destination, sent_at) values (?, array[?::timestamptz])
     on conflict (destination) do update set sent_at = ${withThisSend(DESTINATION_SENDS)}
     where ${hasRoom(DESTINATION_SENDS)}
     returning destination`,
    [destination, now, before(now, DESTINATION_SENDS.gap_seconds), before(now, HOUR_SECONDS)]
  )

  return rows.length === 1
}

export async function pairSends(context: Context, { destination, asker_hash }: Pair): Promise<Date[]> {
  const [row] = await queryRows<{ sent_at: Date[] }>(
    context,
    `select sent_at from code_send where destination = ? and asker_hash = ?`,
    [destination, asker_hash]
  )

  return row?.sent_at ?? []
}

export async function destinationSends(context: Context, destination: string): Promise<Date[]> {
  const [row] = await queryRows<{ sent_at: Date[] }>(
    context,
    `select sent_at from code_destination where destination = ?`,
    [destination]
  )

  return row?.sent_at ?? []
}

/** Takes the start of an hour three times. */
const countTry = (most: number) => `
  tries = case when had.tries_since > ? then had.tries + 1 else 1 end,
  tries_since = case when had.tries_since > ? then had.tries_since else excluded.tries_since end
  where had.tries_since is null or had.tries_since <= ? or had.tries < ${most}`

const hourAgo = (now: Date) => Array<Date>(3).fill(before(now, HOUR_SECONDS))

/** Takes one of an asker's tries; null when none is left. */
export async function takePairTry(context: Context, pair: Pair, now: Date): Promise<Admitted | null> {
  const rows = await queryRows<PairFacts>(
    context,
    `insert into code_send as had (destination, asker_hash, tries, tries_since) values (?, ?, 1, ?)
     on conflict (destination, asker_hash) do update set ${countTry(MOST_TRIES)}
     returning proven_at`,
    [pair.destination, pair.asker_hash, now, ...hourAgo(now)]
  )

  return admitted(rows, now)
}

/** Takes one of all askers' tries; false when none is left. */
export async function takeDestinationTry(context: Context, destination: string, now: Date): Promise<boolean> {
  const rows = await queryRows(
    context,
    `insert into code_destination as had (destination, tries, tries_since) values (?, 1, ?)
     on conflict (destination) do update set ${countTry(MOST_TRIES_AT_DESTINATION)}
     returning destination`,
    [destination, now, ...hourAgo(now)]
  )

  return rows.length === 1
}

/** Remembers that an asker has shown a right code, and gives back the tries. */
export async function provePair(context: Context, pair: Pair, now: Date): Promise<void> {
  await queryRows(
    context,
    `update code_send set proven_at = ?, tries = 0 where destination = ? and asker_hash = ?`,
    [now, pair.destination, pair.asker_hash]
  )
}

export async function sweepPairs(context: Context, now: Date): Promise<void> {
  const yesterday = before(now, 24 * HOUR_SECONDS)
  const isIdle = `greatest(sent_at[cardinality(sent_at)], tries_since) < ?`
  await queryRows(context, `delete from code_send where ${isIdle} and (proven_at is null or proven_at < ?)`, [
    yesterday,
    before(now, PROVEN_PAIR_SECONDS),
  ])
  await queryRows(context, `delete from code_destination where ${isIdle}`, [yesterday])
}
