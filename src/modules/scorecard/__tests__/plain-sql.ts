import type { Metric } from "../domain/metric"
import { now } from "./stories"

/**
 * What each metric comes to for a shop that ships within two days and promises three more, in plain SQL that knows nothing of the
 * module's own: numerator and denominator, of a window in days.
 */
const NOW = `'${now.toISOString()}'::timestamptz`

const own = (days: number) => `o.vendor_id = ? and o.placed_at > ${NOW} - interval '${days} days'`
const moment = (status: string) =>
  `(select min(created_at) from vendor_order_transition t where t.vendor_order_id = o.id and t.to_status = '${status}')`

/** All parcels of the order with its line, from the side of the parcels. */
const PARCELS = `select distinct o.id as part, f.id, exists (
    select 1 from fulfillment_label b where b.fulfillment_id = f.id and b.tracking_number <> 'none') as has_number
  from fulfillment f join fulfillment_item i on i.fulfillment_id = f.id
  join vendor_order_line l on l.source_id = i.line_item_id join vendor_order o on o.id = l.vendor_order_id
  where f.shipped_at is not null and f.canceled_at is null`

const WITH_COURIER = `o.id in (select part from (${PARCELS}) p group by part having bool_and(has_number))`

const LATE = `coalesce(${moment("shipped")}, ${NOW}) > o.placed_at + interval '2 days'`
const UNTIMELY = `coalesce(${moment("delivered")}, ${NOW}) > o.placed_at + interval '5 days'`

export const PLAIN_SQL: Record<Metric, { days: number; sql: string }> = {
  order_defect: {
    days: 60,
    sql: `select count(*)::int as denominator, count(*) filter (where
        exists (select 1 from vendor_order_return r where r.vendor_order_id = o.id and r.state in ('approved', 'refunded')
          and (r.reason_code = 'wrong_item' or (r.reason_code = 'damaged' and not ${WITH_COURIER})))
        or exists (select 1 from dispute_share s join dispute d on d.id = s.dispute_id
          where s.vendor_order_id = o.id and d.state = 'lost' and (d.reason = 'other'
            or (d.reason = 'not_received' and not ${WITH_COURIER})
            or (d.kind = 'buyer' and d.reason like 'fraud%')))
        or exists (select 1 from vendor_order_collection n where n.vendor_order_id = o.id and n.state = 'refused'
          and n.reason_code = 'wrong_item'))::int as numerator
      from vendor_order o where ${own(60)} and o.status <> 'canceled'`,
  },
  cancellation: {
    days: 7,
    sql: `select count(*)::int as denominator, count(c.canceled_by)::int as numerator
      from vendor_order o left join vendor_order_cancellation c
        on c.vendor_order_id = o.id and c.canceled_by in ('vendor', 'clock') and o.status = 'canceled'
      where ${own(7)}`,
  },
  late_shipment: {
    days: 30,
    sql: `select count(*) filter (where ${LATE})::int as numerator, count(*)::int as denominator
      from vendor_order o where ${own(30)} and o.status <> 'canceled' and (${LATE} or ${moment("shipped")} is not null)`,
  },
  valid_tracking: {
    days: 30,
    sql: `select count(*) filter (where has_number)::int as numerator, count(*)::int as denominator
      from (${PARCELS}) p join vendor_order o on o.id = p.part where ${own(30)}`,
  },
  on_time_delivery: {
    days: 30,
    sql: `select count(*) filter (where not ${UNTIMELY})::int as numerator,
        count(*) filter (where not ${UNTIMELY} or ${LATE} or not ${WITH_COURIER})::int as denominator
      from vendor_order o
      where ${own(30)} and o.status <> 'canceled' and (${UNTIMELY} or ${moment("delivered")} is not null)`,
  },
}
