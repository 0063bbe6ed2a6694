import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"

export type Buyer = { first_name: string | null; last_name: string | null; city: string | null }

/**
 * Who has bought these orders of a shop's, by the id of the commercial order. Raw SQL because core's own reading of an order takes
 * several statements, and a list shows no more of it than this.
 */
export async function buyersOf(
  context: Context,
  vendorId: string,
  vendorOrderIds: string[]
): Promise<Map<string, Buyer>> {
  if (!vendorOrderIds.length) {
    return new Map()
  }
  const rows = await queryRows<Buyer & { order_id: string }>(
    context,
    `select vo.order_id, a.first_name, a.last_name, a.city from vendor_order vo
     join "order" o on o.id = vo.order_id and o.deleted_at is null
     left join order_address a on a.id = o.shipping_address_id and a.deleted_at is null
     where vo.vendor_id = ? and vo.id in (${vendorOrderIds.map(() => "?").join(", ")}) and vo.deleted_at is null`,
    [boundVendor(vendorId), ...vendorOrderIds]
  )

  return new Map(rows.map(({ order_id, ...buyer }) => [order_id, buyer]))
}
