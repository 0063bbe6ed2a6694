import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { TrackRecord } from "./domain/proven"
import { COLLECTED } from "./release-rows"
import type { ShippedOrder } from "./types"

// Raw SQL because the questions span vendor orders, core's parcels, returns and cases.

/** A parcel of the order with goods of the part. */
const PARCEL = `select f.id, f.shipped_at from order_fulfillment x
  join fulfillment f on f.id = x.fulfillment_id and f.canceled_at is null and f.deleted_at is null
  where x.order_id = o.order_id and x.deleted_at is null and exists (
    select 1 from fulfillment_item i join vendor_order_line l on l.source_id = i.line_item_id
    where i.fulfillment_id = f.id and i.deleted_at is null and l.vendor_order_id = o.id)`

const LABEL = `select 1 from fulfillment_label b
  where b.fulfillment_id = p.id and b.deleted_at is null and coalesce(b.tracking_number, '') <> ''`

/**
 * Shipped before that time, all of it with a carrier's number, paid for, not released, and with nothing open or lost about it; in the order
 * of their ids, after one of them.
 */
export async function shippedAfter(
  context: Context,
  input: { shipped_before: Date; after: string; take: number }
): Promise<ShippedOrder[]> {
  const rows = await queryRows<ShippedOrder>(
    context,
    `select o.id as vendor_order_id, o.order_id, o.vendor_id, o.currency_code, s.shipped_at
     from vendor_order o
     join lateral (
       select min(t.created_at) as shipped_at from vendor_order_transition t
       where t.vendor_order_id = o.id and t.to_status = 'shipped') s on s.shipped_at <= ?
     where o.status = 'shipped' and o.id > ?
       and exists (select 1 from (${PARCEL}) p where p.shipped_at is not null)
       and not exists (select 1 from (${PARCEL}) p where p.shipped_at is null or not exists (${LABEL}))
       and not exists (select 1 from payout_release r where r.vendor_order_id = o.id)
       and not exists (select 1 from payout_match_hold h where h.vendor_order_id = o.id and h.state <> 'released')
       and not exists (select 1 from vendor_order_collection n where n.vendor_order_id = o.id and n.state = 'due')
       and ${COLLECTED}
       and not exists (select 1 from dispute d where d.order_id = o.order_id and d.state not in ('won', 'withdrawn'))
       and not exists (
         select 1 from vendor_order_return v where v.vendor_order_id = o.id and v.state not in ('rejected', 'refunded'))
     order by o.id limit ?`,
    [input.shipped_before, input.after, input.take]
  )

  return rows.map((row) => ({ ...row, shipped_at: new Date(row.shipped_at) }))
}

/** What the orders that each of the vendors was given since then have come to. */
export async function trackRecords(
  context: Context,
  { vendor_ids, since }: { vendor_ids: string[]; since: Date }
): Promise<Map<string, Omit<TrackRecord, "verified_at">>> {
  if (!vendor_ids.length) {
    return new Map()
  }
  const rows = await queryRows<Omit<TrackRecord, "verified_at"> & { vendor_id: string }>(
    context,
    `select o.vendor_id,
       count(*) filter (where o.status in ('delivered', 'partly_returned', 'returned'))::int as delivered_count,
       count(*) filter (where exists (
         select 1 from vendor_order_refund r where r.vendor_order_id = o.id))::int as refunded_count,
       count(*) filter (where exists (
         select 1 from dispute_share s join dispute d on d.id = s.dispute_id
         where s.vendor_order_id = o.id and d.state not in ('won', 'withdrawn')))::int as disputed_count
     from vendor_order o
     where o.vendor_id in (${vendor_ids.map(() => "?").join(", ")}) and o.placed_at >= ? and o.status <> 'canceled'
     group by o.vendor_id`,
    [...vendor_ids, since]
  )

  return new Map(rows.map(({ vendor_id, ...record }) => [vendor_id, record]))
}
