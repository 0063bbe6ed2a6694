import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type { Paging, ShopReturn, ShopReturnFilters } from "./types"

/**
 * Medusa's returns that hold something of the shop, and of each only the shop's items: the join with the shop's lines is
 * the filter. Medusa cannot filter across modules, and has no owner on a return.
 */
const FROM = `from "return" r
  join return_item ri on ri.return_id = r.id and ri.deleted_at is null
  join vendor_order_line l on l.source_id = ri.item_id and l.deleted_at is null
  join vendor_order vo on vo.id = l.vendor_order_id and vo.deleted_at is null
  left join order_line_item i on i.id = ri.item_id
  left join return_reason rr on rr.id = ri.reason_id
  left join vendor_order_return vr on vr.return_id = r.id
  where vo.vendor_id = ? and r.deleted_at is null`

const ITEM = `jsonb_build_object('line_id', l.id, 'title', l.title, 'sku', i.variant_sku, 'quantity', ri.quantity,
  'received_quantity', ri.received_quantity, 'damaged_quantity', ri.damaged_quantity, 'reason', rr.label, 'note', ri.note)`

export async function pageOfReturns(
  context: Context,
  filters: ShopReturnFilters,
  page: Pick<Paging<"created_at">, "take" | "skip" | "is_ascending">
): Promise<{ returns: ShopReturn[]; count: number }> {
  const values: unknown[] = [boundVendor(filters.vendor_id)]
  let where = ""
  if (filters.status?.length) {
    where += ` and r.status::text in (${filters.status.map(() => "?").join(", ")})`
    values.push(...filters.status)
  }
  for (const [column, value] of [
    ["r.id", filters.id],
    ["vo.id", filters.vendor_order_id],
  ] as const) {
    if (value !== undefined) {
      where += ` and ${column} = ?`
      values.push(value)
    }
  }
  const direction = page.is_ascending ? "asc" : "desc"
  const returns = await queryRows<ShopReturn>(
    context,
    `select r.id, r.display_id, r.status::text as status, vo.id as vendor_order_id,
       vo.display_number as vendor_order_number, r.created_at, r.requested_at, r.received_at, r.canceled_at,
       vr.state, vr.moved_at, vr.reason_code, vr.note, coalesce(vr.photos, '[]') as photos, vr.decision_note, vr.carrier,
       vr.tracking_number, jsonb_agg(${ITEM} order by l.title, l.id) as items
     ${FROM}${where} group by r.id, vo.id, vr.return_id
     order by r.created_at ${direction}, r.id ${direction} limit ? offset ?`,
    [...values, page.take, page.skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(distinct r.id)::int as count ${FROM}${where}`,
    values
  )

  return { returns, count }
}
