import type { Context } from "@medusajs/framework/types"
import { AFTER_RELEASE_KINDS } from "../../lib/ledger-names"
import { queryRows } from "../../lib/sql"
import type { ReleaseAmounts } from "./domain/release"
import type { DeliveredOrder, HeldOrder, ReserveDue } from "./types"

// Some statements read the tables of vendor orders and of the books: what is delivered and not released, or released and
// changed since, spans them, and no list that is kept in memory could be joined to the other.

/** Of a vendor order `o`: the buyer's money is in, or none was asked for. What is paid at the door has a state of its own. */
export const COLLECTED = `(o.charged_minor = 0
  or exists (select 1 from vendor_order_collection n where n.vendor_order_id = o.id)
  or exists (
    select 1 from order_payment_collection l join payment_collection c on c.id = l.payment_collection_id
    where l.order_id = o.order_id and l.deleted_at is null and c.deleted_at is null and c.status = 'completed'))`

/** Delivered before that time, or confirmed, paid for, also where it is paid at the door, and not released, in the order of their delivery; after one of them. */
export async function deliveredAfter(
  context: Context,
  input: { delivered_before: Date; after: DeliveredOrder | null; take: number }
): Promise<DeliveredOrder[]> {
  const rows = await queryRows<DeliveredOrder>(
    context,
    `select o.id as vendor_order_id, o.order_id, o.vendor_id, o.currency_code, d.delivered_at, c.confirmed_at
     from vendor_order o
     left join vendor_order_delivery c on c.vendor_order_id = o.id and c.confirmed_at is not null
     join lateral (
       select min(t.created_at) as delivered_at from vendor_order_transition t
       where t.vendor_order_id = o.id and t.to_status = 'delivered') d
       on d.delivered_at <= ? or (d.delivered_at is not null and c.confirmed_at is not null)
     where o.status in ('delivered', 'partly_returned', 'returned')
       and not exists (select 1 from payout_release p where p.vendor_order_id = o.id)
       and not exists (select 1 from payout_match_hold h where h.vendor_order_id = o.id and h.state <> 'released')
       and not exists (select 1 from vendor_order_collection n where n.vendor_order_id = o.id and n.state = 'due')
       and ${COLLECTED}
       and (?::timestamptz is null or (date_trunc('milliseconds', d.delivered_at), o.id) > (?::timestamptz, ?::text))
     order by date_trunc('milliseconds', d.delivered_at), o.id limit ?`,
    [
      input.delivered_before,
      input.after?.delivered_at ?? null,
      input.after?.delivered_at ?? null,
      input.after?.vendor_order_id ?? null,
      input.take,
    ]
  )

  return rows.map((row) => ({
    ...row,
    delivered_at: new Date(row.delivered_at),
    confirmed_at: row.confirmed_at && new Date(row.confirmed_at),
  }))
}

export type UncollectedOrder = { display_number: string; currency_code: string; charged_minor: bigint }

/** Delivered before that time, and neither paid for nor to be paid at the door. */
export async function uncollectedOrders(
  context: Context,
  { delivered_before, take }: { delivered_before: Date; take: number }
): Promise<UncollectedOrder[]> {
  const rows = await queryRows<Omit<UncollectedOrder, "charged_minor"> & { charged_minor: string }>(
    context,
    `select o.display_number, o.currency_code, o.charged_minor::text as charged_minor
     from vendor_order o
     where o.status in ('delivered', 'partly_returned', 'returned') and not ${COLLECTED}
       and not exists (
         select 1 from vendor_order_transition t
         where t.vendor_order_id = o.id and t.to_status = 'delivered' and t.created_at > ?)
     order by o.id limit ?`,
    [delivered_before, take]
  )

  return rows.map((row) => ({ ...row, charged_minor: BigInt(row.charged_minor) }))
}

// In the text, not as values: only so does the planner know that the ledger's partial index is of these kinds.
const CHANGED_AFTER = AFTER_RELEASE_KINDS.map((kind) => `'${kind}'`).join(", ")

/** Released orders of which the books hold something as pending again, or too little: a refund came after. */
export async function changedReleases(
  context: Context,
  input: { after: string; take: number; order_id?: string; vendor_id?: string }
): Promise<HeldOrder[]> {
  return queryRows<HeldOrder>(
    context,
    `select r.vendor_order_id, r.order_id, r.vendor_id, r.currency_code
     from payout_release r
     where r.vendor_order_id > ? and (?::text is null or r.order_id = ?) and (?::text is null or r.vendor_id = ?)
       and r.order_id in (
         select e.reference ->> 'order_id' from ledger_entry e where e.kind in (${CHANGED_AFTER}))
       and (
         select coalesce(sum(p.amount_minor), 0) from ledger_entry e join ledger_posting p on p.entry_id = e.id
         where e.reference ->> 'order_id' = r.order_id
           and p.account_code = 'vendor_pending:' || r.vendor_id || ':' || r.currency_code) <> 0
     order by r.vendor_order_id limit ?`,
    [
      input.after,
      input.order_id ?? null,
      input.order_id ?? null,
      input.vendor_id ?? null,
      input.vendor_id ?? null,
      input.take,
    ]
  )
}

/** Reserves whose time is over. */
export async function reservesDue(
  context: Context,
  input: { now: Date; after: string; take: number }
): Promise<ReserveDue[]> {
  const rows = await queryRows<Omit<ReserveDue, "reserved_minor"> & { reserved_minor: string }>(
    context,
    `select vendor_order_id, order_id, vendor_id, currency_code, reserved_minor::text as reserved_minor
     from payout_release
     where reserve_released_at is null and reserved_minor > 0 and reserve_until <= ? and vendor_order_id > ?
     order by vendor_order_id limit ?`,
    [input.now, input.after, input.take]
  )

  return rows.map((row) => ({ ...row, reserved_minor: BigInt(row.reserved_minor) }))
}

/** Notes that an order is released; false when another run was first, or has found that it waits for staff. */
export async function insertRelease(context: Context, order: HeldOrder): Promise<boolean> {
  const rows = await queryRows(
    context,
    `insert into payout_release (vendor_order_id, order_id, vendor_id, currency_code)
     select ?, ?, ?, ?
     where not exists (select 1 from payout_match_hold h where h.vendor_order_id = ? and h.state <> 'released')
     on conflict (vendor_order_id) do nothing returning vendor_order_id`,
    [order.vendor_order_id, order.order_id, order.vendor_id, order.currency_code, order.vendor_order_id]
  )

  return rows.length > 0
}

/** The number of an order's last release, which stays the last until the transaction ends; null when there was none. */
export async function lockRelease(context: Context, vendorOrderId: string): Promise<number | null> {
  const [row] = await queryRows<{ number: number }>(
    context,
    `select number from payout_release where vendor_order_id = ? for update`,
    [vendorOrderId]
  )

  return row?.number ?? null
}

export async function saveRelease(
  context: Context,
  vendorOrderId: string,
  release: ReleaseAmounts & { number: number; reserve_until: Date | null }
): Promise<void> {
  await queryRows(
    context,
    `update payout_release set number = ?, released_minor = released_minor + ?, reserved_minor = reserved_minor + ?,
       reserve_until = coalesce(?, reserve_until), updated_at = now()
     where vendor_order_id = ?`,
    [
      release.number,
      String(release.available_minor + release.reserved_minor),
      String(release.reserved_minor),
      release.reserve_until,
      vendorOrderId,
    ]
  )
}

/** False when another run was first. */
export async function endReserve(context: Context, vendorOrderId: string, now: Date): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update payout_release set reserve_released_at = ?, updated_at = now()
     where vendor_order_id = ? and reserve_released_at is null returning vendor_order_id`,
    [now, vendorOrderId]
  )

  return rows.length > 0
}
