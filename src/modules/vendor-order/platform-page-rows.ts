import type { Context } from "@medusajs/framework/types"
import { FROZEN_AMOUNTS, type FrozenAmounts, frozenOf } from "../../lib/frozen-amounts"
import { queryRows } from "../../lib/sql"
import type { VendorOrderStatus } from "./domain/status"
import { type VendorOrderRow, viewOf } from "./rows"
import type { VendorOrderView } from "./types"

const COUNTED_ORDERS = 1000

export type PlatformOrderFilters = {
  id?: string
  order_id?: string
  vendor_id?: string
  status?: VendorOrderStatus[]
  /** Half open: from this moment, before that one. */
  placed_from?: Date
  placed_before?: Date
}

/** A vendor order with what was given back of it so far, and since when its delivery is confirmed. */
export type PlatformOrder = VendorOrderView & {
  given_back: FrozenAmounts & { amount_minor: bigint }
  delivery_confirmed_at: Date | null
}

export type PlatformOrderPage = {
  vendor_orders: PlatformOrder[]
  /** Exact up to 1,000. */
  count: number
  has_more_than_count: boolean
}

type Row = VendorOrderRow & {
  given_back: Record<(typeof FROZEN_AMOUNTS)[number] | "amount_minor", string>
  delivery_confirmed_at: Date | string | null
}

/** A refund that failed has a row that says the contrary, so the sum is what went back. */
const GIVEN_BACK = `(select jsonb_build_object(${["amount_minor", ...FROZEN_AMOUNTS]
  .map((name) => `'${name}', coalesce(sum(r.${name}), 0)::text`)
  .join(", ")}) from vendor_order_refund r where r.vendor_order_id = vo.id and r.deleted_at is null)`

/** A page of the vendor orders of all shops, the last placed first: for staff. */
export async function pageOfPlatform(
  context: Context,
  filters: PlatformOrderFilters,
  page: { take: number; skip: number }
): Promise<PlatformOrderPage> {
  const { sql, values } = conditions(filters)
  const rows = await queryRows<Row>(
    context,
    `select vo.*, ${GIVEN_BACK} as given_back,
       (select d.confirmed_at from vendor_order_delivery d where d.vendor_order_id = vo.id) as delivery_confirmed_at
     from vendor_order vo
     where vo.deleted_at is null${sql} order by vo.placed_at desc, vo.id desc limit ? offset ?`,
    [...values, page.take, page.skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count from (
       select 1 from vendor_order vo where vo.deleted_at is null${sql} limit ${COUNTED_ORDERS + 1}) as counted`,
    values
  )

  return {
    vendor_orders: rows.map((row) => ({
      ...viewOf(row),
      given_back: { ...frozenOf(row.given_back), amount_minor: BigInt(row.given_back.amount_minor) },
      delivery_confirmed_at: row.delivery_confirmed_at === null ? null : new Date(row.delivery_confirmed_at),
    })),
    count: Math.min(count, COUNTED_ORDERS),
    has_more_than_count: count > COUNTED_ORDERS,
  }
}

function conditions(filters: PlatformOrderFilters): { sql: string; values: unknown[] } {
  const given: [string, unknown][] = [
    ["vo.id = ?", filters.id],
    ["vo.order_id = ?", filters.order_id],
    ["vo.vendor_id = ?", filters.vendor_id],
    [
      "vo.status in (select jsonb_array_elements_text(?::jsonb))",
      filters.status && JSON.stringify(filters.status),
    ],
    ["vo.placed_at >= ?", filters.placed_from],
    ["vo.placed_at < ?", filters.placed_before],
  ]
  const parts = given.filter(([, value]) => value !== undefined)

  return { sql: parts.map(([part]) => ` and ${part}`).join(""), values: parts.map(([, value]) => value) }
}

export type Unfinished = { count: number; oldest_at: string | null }

export type OrderBacklog = {
  /** Completions of carts that have begun and not ended. */
  checkouts: Unfinished
  /** Their money has still to go back. */
  cancellations: Unfinished
  /** Cannot go back by itself. */
  refused_cancellations: Unfinished
  refund_requests: Unfinished
}

const unfinished = (rows: string, time: string) =>
  `(select jsonb_build_object('count', count(*)::int, 'oldest_at', min(${time})) from ${rows})`

/** What of orders is under way and not done: one statement. */
export async function orderBacklog(context: Context): Promise<OrderBacklog> {
  const [found] = await queryRows<OrderBacklog>(
    context,
    `select ${unfinished("checkout_attempt", "created_at")} as checkouts,
       ${unfinished("vendor_order_cancellation where stage in ('opened', 'withdrawn') and deleted_at is null", "created_at")} as cancellations,
       ${unfinished("vendor_order_cancellation where stage = 'refused' and deleted_at is null", "created_at")} as refused_cancellations,
       ${unfinished("vendor_order_refund_request where stage in ('opened', 'retrying') and deleted_at is null", "created_at")} as refund_requests`
  )
  if (!found) {
    throw new RangeError("a statement without conditions has one row")
  }

  return found
}
