import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { Waiting, WaitingPage } from "./after-sale-types"
import type { ReturnState } from "./domain/return"
import { PAID_SINCE } from "./paid-since"

type Row = Omit<Waiting, "since" | "reminded_at"> & {
  since: Date | string
  reminded_at: Date | string | null
}

const fromRow = (row: Row): Waiting => ({
  ...row,
  since: new Date(row.since),
  reminded_at: row.reminded_at ? new Date(row.reminded_at) : null,
})

/** A clock that was refused what it wanted to do is not asked again. */
const notOver = (subject: string) =>
  `not exists (select 1 from vendor_order_reminder x where x.subject_id = ${subject} and x.clock = ?)`

const over = (clock: string) => `${clock}:over`

/** Orders that have been in a status since before then, of all shops, page by page: since they were placed and paid, or came into it. */
export async function waitingOrders(
  context: Context,
  { status, clock, before, after, take }: WaitingPage & { status: "pending" | "confirmed"; clock: string }
): Promise<Waiting[]> {
  const rows = await queryRows<Row>(
    context,
    `select o.id as subject_id, o.vendor_id, o.id as vendor_order_id, o.order_id, greatest(w.since, paid.since) as since, r.reminded_at
     from vendor_order o
     join lateral (
       select coalesce(max(t.created_at), o.placed_at) as since from vendor_order_transition t
       where t.vendor_order_id = o.id and t.to_status = o.status and t.from_status is not null) w on w.since <= ?
     join lateral (select ${PAID_SINCE} as since) paid on paid.since <= ?
     left join vendor_order_reminder r on r.subject_id = o.id and r.clock = ?
     where o.status = ? and o.placed_at <= ? and o.deleted_at is null and o.id > ?
       and not exists (select 1 from vendor_order_cancellation c where c.vendor_order_id = o.id)
       and ${notOver("o.id")}
     order by o.id limit ?`,
    [before, before, clock, status, before, after, over(clock), take]
  )

  return rows.map(fromRow)
}

/** The same of returns. */
export async function waitingReturns(
  context: Context,
  { state, clock, before, after, take }: WaitingPage & { state: ReturnState; clock: string }
): Promise<Waiting[]> {
  const rows = await queryRows<Row>(
    context,
    `select v.return_id as subject_id, v.vendor_id, v.vendor_order_id, v.order_id, v.moved_at as since, r.reminded_at
     from vendor_order_return v
     left join vendor_order_reminder r on r.subject_id = v.return_id and r.clock = ?
     where v.state = ? and v.moved_at <= ? and v.return_id > ?
       and ${notOver("v.return_id")}
     order by v.return_id limit ?`,
    [clock, state, before, after, over(clock), take]
  )

  return rows.map(fromRow)
}

/**
 * And of what is due at the door although it is confirmed that the buyer has it. Where all of it is back, or it is being called
 * off, no clock says whether it was paid for.
 */
export async function waitingCollections(
  context: Context,
  { clock, before, after, take }: WaitingPage & { clock: string }
): Promise<Waiting[]> {
  const rows = await queryRows<Row>(
    context,
    `select c.vendor_order_id as subject_id, c.vendor_id, c.vendor_order_id, c.order_id, d.confirmed_at as since, r.reminded_at
     from vendor_order_collection c
     join vendor_order o on o.id = c.vendor_order_id and o.status in ('delivered', 'partly_returned')
     join vendor_order_delivery d on d.vendor_order_id = c.vendor_order_id and d.confirmed_at <= ?
     left join vendor_order_reminder r on r.subject_id = c.vendor_order_id and r.clock = ?
     where c.state = 'due' and c.vendor_order_id > ?
       and not exists (select 1 from vendor_order_cancellation x where x.vendor_order_id = c.vendor_order_id)
       and ${notOver("c.vendor_order_id")}
     order by c.vendor_order_id limit ?`,
    [before, clock, after, over(clock), take]
  )

  return rows.map(fromRow)
}

/** False when it was reminded of already. */
export async function noteReminder(context: Context, subjectId: string, clock: string): Promise<boolean> {
  const rows = await queryRows(
    context,
    `insert into vendor_order_reminder (subject_id, clock) values (?, ?) on conflict do nothing returning subject_id`,
    [subjectId, clock]
  )

  return rows.length > 0
}
