import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { RefundAttempt } from "../../lib/gateway"
import { queryRows } from "../../lib/sql"
import { only } from "./refund-rows"
import { type RefundRow, toAttempt } from "./rows"
import type { RefundFilter, RefundPage } from "./types"

// Raw SQL because each change is conditional on the row's own state.

/** A further try in the place of one that failed; its own key tells it from the others at the gateway. */
export async function insertRetry(
  context: Context,
  failed: RefundAttempt,
  { first_key, now }: { first_key: string; now: Date }
): Promise<RefundAttempt> {
  await queryRows(
    context,
    `update gateway_refund set follow_up = 'retried', updated_at = now() where id = ?`,
    [failed.id]
  )
  const tries = failed.tries + 1
  const rows = await queryRows<RefundRow>(
    context,
    `insert into gateway_refund (id, transaction_id, gateway, reference, key, amount_minor, currency_code, reason, origin,
       state, posted_at, root_id, retries_id, tries)
     select ?, transaction_id, gateway, reference, ?, amount_minor, currency_code, reason, origin,
       'requested', ?, coalesce(root_id, id), id, ?
     from gateway_refund where id = ? returning *`,
    [generateEntityId("", "grf"), `${first_key}-retry-${tries}`, now, tries, failed.id]
  )

  return only(rows)
}

/** Failures that nothing has followed yet and whose time has come, the longest made first. */
export async function findToFollowUp(
  context: Context,
  { now, again_before, limit }: { now: Date; again_before: Date; limit: number }
): Promise<RefundAttempt[]> {
  const rows = await queryRows<RefundRow>(
    context,
    `select * from gateway_refund
     where follow_up is null and not is_disowned and booked is distinct from 'given'
       and ((state = 'failed' and (retry_at is null or retry_at <= ?))
         or (retries_id is not null and (state = 'refused'
           or (state = 'not_executed' and posted_at <= ? and (retry_at is null or retry_at <= ?)))))
     order by posted_at, id limit ?`,
    [now, again_before, now, limit]
  )

  return rows.map(toAttempt)
}

export async function postpone(context: Context, id: string, until: Date): Promise<void> {
  await queryRows(
    context,
    `update gateway_refund set retry_at = ?, updated_at = now() where id = ? and follow_up is null`,
    [until, id]
  )
}

/** Notes that a person was told; whoever asked for it knows by then that it was not made. */
export async function handOver(context: Context, id: string): Promise<void> {
  await queryRows(
    context,
    `update gateway_refund set follow_up = 'person', retry_at = null, is_disowned = false, updated_at = now()
     where id = ? and follow_up is null`,
    [id]
  )
}

/** Notes that another attempt has taken its place. */
export async function replace(context: Context, id: string): Promise<void> {
  await queryRows(
    context,
    `update gateway_refund set follow_up = 'retried', retry_at = null, updated_at = now() where id = ?`,
    [id]
  )
}

const WAITING: Record<NonNullable<RefundFilter["state"]>, string> = {
  failed: "follow_up = 'person'",
  needs_attention: "state = 'needs_attention'",
}

/** Refunds that wait for somebody, the longest first. */
export async function pageOfWaiting(
  context: Context,
  { state }: RefundFilter,
  { take, skip }: RefundPage
): Promise<{ refunds: RefundAttempt[]; count: number }> {
  const where = state ? WAITING[state] : Object.values(WAITING).join(" or ")
  const rows = await queryRows<RefundRow>(
    context,
    `select * from gateway_refund where ${where} order by posted_at, id limit ? offset ?`,
    [take, skip]
  )
  const [total] = await queryRows<{ count: string }>(
    context,
    `select count(*) as count from gateway_refund where ${where}`
  )

  return { refunds: rows.map(toAttempt), count: Number(total?.count ?? 0) }
}

export type RefundBacklog = {
  /** Asked for, and not known to be done. */
  under_way: number
  needs_account: number
  needs_person: number
  oldest_at: Date | null
}

/** How many refunds are not done, and since when: one statement. */
export async function refundBacklog(context: Context): Promise<RefundBacklog> {
  const [found] = await queryRows<RefundBacklog>(
    context,
    `select count(*) filter (where state in ('requested', 'unknown', 'pending'))::int as under_way,
       count(*) filter (where ${WAITING.needs_attention})::int as needs_account,
       count(*) filter (where ${WAITING.failed})::int as needs_person, min(posted_at) as oldest_at
     from gateway_refund
     where state in ('requested', 'unknown', 'pending', 'needs_attention') or ${WAITING.failed}`
  )

  return found ?? { under_way: 0, needs_account: 0, needs_person: 0, oldest_at: null }
}
