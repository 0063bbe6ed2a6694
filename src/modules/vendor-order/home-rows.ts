import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import { PAID_SINCE } from "./paid-since"

/** A shop with more orders of a kind than that has more to do than a number says. */
const COUNTED = 1000
/** Of each kind, the oldest: those whose time is up next are among them. */
const LOOKED_AT = 50

/** Half open: from the first, before the second. */
export type Span = { from: Date; before: Date }

export type HomeQuery = {
  vendor_id: string
  /** Of what is sold; null for whoever may not see amounts. */
  sales: { today: Span; month: Span; month_before: Span } | null
}

export type WaitingOrder = {
  id: string
  display_number: string
  status: "pending" | "confirmed"
  placed_at: Date
  /** Null while nobody has paid: no clock runs. */
  paid_at: Date | null
  confirmed_at: Date | null
  reminded_at: Date | null
}

export type SoldInSpan = { orders: number; total_minor: bigint }

export type ShopSales = { currency_code: string } & Record<"today" | "month" | "month_before", SoldInSpan>

export type ShopWork = {
  to_confirm: number
  to_ship: number
  waiting: WaitingOrder[]
  /** By their state: how many, and since when the oldest waits. */
  returns: { state: "requested" | "in_transit"; count: number; since: Date }[]
  sales: ShopSales[] | null
}

const count = (status: WaitingOrder["status"]) => `(select count(*)::int from (
  select 1 from vendor_order o where o.vendor_id = ? and o.status = '${status}' and o.deleted_at is null
  limit ${COUNTED}) as counted)`

const oldest = (status: WaitingOrder["status"], clock: string) => `(
  select o.id, o.display_number, o.status, o.placed_at, ${PAID_SINCE} as paid_at,
    (select max(t.created_at) from vendor_order_transition t
      where t.vendor_order_id = o.id and t.to_status = 'confirmed') as confirmed_at,
    (select r.reminded_at from vendor_order_reminder r where r.subject_id = o.id and r.clock = '${clock}') as reminded_at
  from vendor_order o where o.vendor_id = ? and o.status = '${status}' and o.deleted_at is null
  order by o.placed_at, o.id limit ${LOOKED_AT})`

const SPANS = ["today", "month", "month_before"] as const

const inSpan = (name: (typeof SPANS)[number]) => `jsonb_build_object(
  'orders', count(*) filter (where placed_at >= ? and placed_at < ?),
  'total_minor', coalesce(sum(total_minor) filter (where placed_at >= ? and placed_at < ?), 0)::text) as ${name}`

/** What is canceled was not sold. */
const SALES = `(select coalesce(jsonb_agg(s), '[]') from (
  select currency_code, ${SPANS.map(inSpan).join(", ")}
  from vendor_order
  where vendor_id = ? and placed_at >= ? and placed_at < ? and status <> 'canceled' and deleted_at is null
  group by currency_code order by currency_code) as s)`

const salesValues = (vendorId: string, sales: NonNullable<HomeQuery["sales"]>) => [
  ...SPANS.flatMap((name) => {
    const { from, before } = sales[name]

    return [from, before, from, before]
  }),
  vendorId,
  sales.month_before.from,
  sales.today.before,
]

type Row = {
  to_confirm: number
  to_ship: number
  waiting: (Omit<WaitingOrder, "placed_at" | "paid_at" | "confirmed_at" | "reminded_at"> &
    Record<"placed_at" | "paid_at" | "confirmed_at" | "reminded_at", string | null>)[]
  returns: { state: "requested" | "in_transit"; count: number; since: string }[]
  sales:
    | ({ currency_code: string } & Record<(typeof SPANS)[number], { orders: number; total_minor: string }>)[]
    | null
}

/** What a shop has to do with its orders, and what it has sold: one statement, because the page that shows it asks many things. */
export async function workOf(context: Context, { vendor_id, sales }: HomeQuery): Promise<ShopWork> {
  const vendorId = boundVendor(vendor_id)
  const [row] = await queryRows<Row>(
    context,
    `select ${count("pending")} as to_confirm, ${count("confirmed")} as to_ship,
       (select coalesce(jsonb_agg(w), '[]') from (
         ${oldest("pending", "confirm")} union all ${oldest("confirmed", "ship")}) as w) as waiting,
       (select coalesce(jsonb_agg(r), '[]') from (
         select state, count(*)::int as count, min(moved_at) as since from vendor_order_return
         where vendor_id = ? and state in ('requested', 'in_transit') group by state order by state) as r) as returns,
       ${sales ? SALES : "null::jsonb"} as sales`,
    [...Array.from({ length: 5 }, () => vendorId), ...(sales ? salesValues(vendorId, sales) : [])]
  )

  return fromRow(row ?? { to_confirm: 0, to_ship: 0, waiting: [], returns: [], sales: null })
}

const toDate = (time: string | null) => (time === null ? null : new Date(time))

const fromRow = ({ waiting, returns, sales, ...counts }: Row): ShopWork => ({
  ...counts,
  waiting: waiting.map((order) => ({
    ...order,
    // Every order has been placed at some time.
    placed_at: new Date(order.placed_at ?? 0),
    paid_at: toDate(order.paid_at),
    confirmed_at: toDate(order.confirmed_at),
    reminded_at: toDate(order.reminded_at),
  })),
  returns: returns.map((one) => ({ ...one, since: new Date(one.since) })),
  sales:
    sales?.map(({ currency_code, today, month, month_before }) => ({
      currency_code,
      today: sold(today),
      month: sold(month),
      month_before: sold(month_before),
    })) ?? null,
})

const sold = ({ orders, total_minor }: { orders: number; total_minor: string }): SoldInSpan => ({
  orders,
  total_minor: BigInt(total_minor),
})
