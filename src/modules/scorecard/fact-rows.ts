import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { TRACKING_FORM } from "../../lib/tracking"
import { boundVendor } from "../../lib/vendor-scope"
import type { Problem } from "./domain/cause"
import type { Counted } from "./domain/figure"
import type { OrderFacts } from "./domain/judge"
import type { Metric } from "./domain/metric"
import type { FactsQuery, OrderWithFacts } from "./types"

// Raw SQL because what is known of an order spans vendor orders, cases and core's parcels, none of which Medusa can join.

/** Returns that are only asked for, or turned down, are no problem of anybody's; nor are cases before they are lost. */
const PROBLEMS = `
  select 'return:' || r.reason_code from vendor_order_return r
    where r.vendor_order_id = o.id and r.state not in ('requested', 'rejected')
  union
  select case d.kind when 'buyer' then 'case:' else 'chargeback:' end || d.reason
    from dispute_share s join dispute d on d.id = s.dispute_id
    where s.vendor_order_id = o.id and d.state = 'lost'
  union
  select 'door:' || n.reason_code from vendor_order_collection n
    where n.vendor_order_id = o.id and n.state = 'refused'
  order by 1`

/** What came back was there, whatever nobody has said of its delivery. */
const TIMES = `
  select min(x.created_at) filter (where x.to_status = 'confirmed') as confirmed_at,
    min(x.created_at) filter (where x.to_status = 'shipped') as shipped_at,
    min(x.created_at) filter (where x.to_status in ('delivered', 'partly_returned', 'returned')) as delivered_at
  from vendor_order_transition x where x.vendor_order_id = o.id`

/** Parcels with goods of the shop: another shop's of the same order are not its own. */
const PARCELS = `
  select count(*)::int as parcels, count(*) filter (where exists (
      select 1 from fulfillment_label b
      where b.fulfillment_id = f.id and b.deleted_at is null and b.tracking_number ~ ?))::int as tracked
  from order_fulfillment x
  join fulfillment f on f.id = x.fulfillment_id and f.canceled_at is null and f.deleted_at is null
  where x.order_id = o.order_id and x.deleted_at is null and f.shipped_at is not null and exists (
    select 1 from fulfillment_item i join vendor_order_line l on l.source_id = i.line_item_id
    where i.fulfillment_id = f.id and i.deleted_at is null and l.vendor_order_id = o.id)`

const SINCE = { placed_at: "o.placed_at", confirmed_at: "t.confirmed_at" } as const

/**
 * Each order of the window with what is known of it. A shop is never open for longer than time passes, so that an order which took
 * no longer than the shop is open for is in time; of the others (`is_slow`) the shop's hours have to be looked at.
 */
const factsOf = (since: keyof typeof SINCE) => `
  with fact as (
    select o.id, o.order_id, o.display_number, o.status, o.placed_at,
      floor(extract(epoch from ?::timestamptz - o.placed_at) / 86400)::int as age_days,
      c.canceled_by, c.reason_code as cancel_reason, ${SINCE[since]} as since, t.shipped_at, t.delivered_at,
      p.parcels, p.tracked, array(${PROBLEMS}) as problems
    from vendor_order o
    left join vendor_order_cancellation c on c.vendor_order_id = o.id
    cross join lateral (${TIMES}) t
    cross join lateral (${PARCELS}) p
    where o.vendor_id = ? and o.deleted_at is null and o.placed_at > ?::timestamptz and o.placed_at <= ?::timestamptz),
  known as (
    select *, coalesce(
      coalesce(shipped_at, ?::timestamptz) > since + ?::double precision * interval '1 millisecond'
      or coalesce(delivered_at, ?::timestamptz) > since + ?::double precision * interval '1 millisecond', false) as is_slow
    from fact)`

const DAY_MS = 86_400_000

function valuesOf({ vendor_id, days, rule, now }: FactsQuery): unknown[] {
  const { open_ms, promised_ms } = rule

  return [
    now,
    TRACKING_FORM,
    boundVendor(vendor_id),
    new Date(now.getTime() - days * DAY_MS),
    now,
    now,
    open_ms,
    now,
    open_ms === null ? null : open_ms + promised_ms,
  ]
}

const FACTS = `age_days, status = 'canceled' as is_canceled, canceled_by, cancel_reason,
  shipped_at is not null as is_shipped, delivered_at is not null as is_delivered, parcels, tracked, problems,
  case when is_slow then since end as since, case when is_slow then shipped_at end as shipped_at,
  case when is_slow then delivered_at end as delivered_at`

type Time = Date | string | null

type FactsRow = Omit<OrderFacts, "problems" | "times"> & {
  problems: string[]
  since: Time
  shipped_at: Time
  delivered_at: Time
}

type OrderRow = FactsRow & Omit<OrderWithFacts, "placed_at" | "facts"> & { placed_at: Date | string }

/** All orders of a window, those of which the same is known together: few rows, however many orders there are. */
export async function countedFacts(context: Context, query: FactsQuery): Promise<Counted[]> {
  const columns = Array.from({ length: 12 }, (_, index) => index + 1).join(", ")
  const rows = await queryRows<FactsRow & { count: number }>(
    context,
    `${factsOf(query.rule.since)} select ${FACTS}, count(*)::int as count from known group by ${columns}`,
    valuesOf(query)
  )

  return rows.map((row) => ({ facts: toFacts(row), count: row.count }))
}

/** What an order has to have for something to have gone wrong with it. */
const SUSPICIOUS: Record<Metric, string> = {
  order_defect: "cardinality(problems) > 0",
  cancellation: "status = 'canceled'",
  late_shipment: "is_slow",
  valid_tracking: "tracked < parcels",
  on_time_delivery: "is_slow",
}

/** The orders of a window with which something may have gone wrong, the newest first; no others are among those behind a figure. */
export async function suspiciousOrders(
  context: Context,
  metric: Metric,
  query: FactsQuery
): Promise<OrderWithFacts[]> {
  const rows = await queryRows<OrderRow>(
    context,
    `${factsOf(query.rule.since)} select id, order_id, display_number, status, placed_at, ${FACTS}
     from known where ${SUSPICIOUS[metric]} order by placed_at desc, id desc`,
    valuesOf(query)
  )

  return rows.map((row) => ({
    id: row.id,
    order_id: row.order_id,
    display_number: row.display_number,
    status: row.status,
    placed_at: new Date(row.placed_at),
    facts: toFacts(row),
  }))
}

const toDate = (time: Time) => (time === null ? null : new Date(time))

function toFacts(row: FactsRow): OrderFacts {
  const since = toDate(row.since)

  return {
    age_days: row.age_days,
    is_canceled: row.is_canceled,
    canceled_by: row.canceled_by,
    cancel_reason: row.cancel_reason,
    is_shipped: row.is_shipped,
    is_delivered: row.is_delivered,
    parcels: row.parcels,
    tracked: row.tracked,
    problems: row.problems.map(toProblem),
    times: since && { since, shipped_at: toDate(row.shipped_at), delivered_at: toDate(row.delivered_at) },
  }
}

function toProblem(text: string): Problem {
  const [kind = "", ...reason] = text.split(":")

  // One of the kinds that the statement writes.
  return { kind: kind as Problem["kind"], reason: reason.join(":") }
}
