import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import { type VendorOrderRow, viewOf } from "./rows"
import type { VendorOrderFilters, VendorOrderPage, VendorOrderPaging, VendorOrderSort } from "./types"

const COUNTED_ORDERS = 1000

/** A shop has one vendor order in an order, so the order's number alone sorts them; longer numbers are greater. */
const ORDER_NUMBER = `regexp_replace(vo.display_number, '-\\d+$', '')`

const SORTS: Record<VendorOrderSort, string[]> = {
  created_at: ["vo.placed_at"],
  total: ["vo.total_minor"],
  number: [`length(${ORDER_NUMBER})`, ORDER_NUMBER],
}

/**
 * The orders of a shop whose number, buyer or goods hold a text. Buyer and SKU are core's tables: Medusa cannot filter
 * across modules, and a list of ids from one module for another has no bound.
 */
const HOLDS_TEXT = `and (vo.display_number ilike ?
  or exists (
    select 1 from "order" o left join order_address a on a.id = o.shipping_address_id
    where o.id = vo.order_id and (o.email ilike ? or concat_ws(' ', a.first_name, a.last_name) ilike ?))
  or exists (
    select 1 from vendor_order_line l left join order_line_item i on i.id = l.source_id
    where l.vendor_order_id = vo.id and l.kind = 'item'
      and (l.title ilike ? or i.product_title ilike ? or i.variant_sku ilike ?)))`

/** A text that LIKE looks for as it is. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/**
 * One page of a shop's orders. They are counted up to a thousand: counting all of them would cost more the more a shop
 * has sold.
 */
export async function pageOf(
  context: Context,
  filters: VendorOrderFilters,
  page: VendorOrderPaging
): Promise<VendorOrderPage> {
  const { sql, values } = conditions(filters)
  const direction = page.is_ascending ? "asc" : "desc"
  const order = [...SORTS[page.sort ?? "created_at"], "vo.id"].map((column) => `${column} ${direction}`)
  const rows = await queryRows<VendorOrderRow>(
    context,
    `select vo.* from vendor_order vo where ${sql} order by ${order.join(", ")} limit ? offset ?`,
    [...values, page.take, page.skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count from (
       select 1 from vendor_order vo where ${sql} limit ${COUNTED_ORDERS + 1}
     ) as counted`,
    values
  )

  return {
    vendor_orders: rows.map(viewOf),
    count: Math.min(count, COUNTED_ORDERS),
    has_more_than_count: count > COUNTED_ORDERS,
  }
}

function conditions(filters: VendorOrderFilters): { sql: string; values: unknown[] } {
  const parts = ["vo.vendor_id = ? and vo.deleted_at is null"]
  const values: unknown[] = [boundVendor(filters.vendor_id)]
  const add = (part: string, ...more: unknown[]) => {
    parts.push(part)
    values.push(...more)
  }
  for (const [column, wanted] of [
    ["id", filters.ids],
    ["status", filters.status],
  ] as const) {
    if (wanted?.length) {
      add(`and vo.${column} in (${wanted.map(() => "?").join(", ")})`, ...wanted)
    }
  }
  if (filters.currency_code) {
    add("and vo.currency_code = ?", filters.currency_code)
  }
  if (filters.placed_from) {
    add("and vo.placed_at >= ?", filters.placed_from)
  }
  if (filters.placed_before) {
    add("and vo.placed_at < ?", filters.placed_before)
  }
  if (filters.q) {
    const text = containing(filters.q)
    add(HOLDS_TEXT, ...Array.from({ length: 6 }, () => text))
  }

  return { sql: parts.join(" "), values }
}
