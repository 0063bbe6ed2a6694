import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { PlacedLine, PlacedOrder, PlacedPage } from "./types"

const FIRST = { vendor_id: "", placed_at: "infinity", id: "" }

const COLUMNS = "id, vendor_id, currency_code, placed_at"

const SOLD = "placed_at >= ? and placed_at < ? and status <> 'canceled' and deleted_at is null"

type LineRow = Omit<PlacedLine, "commission_base_minor" | "commission_minor" | "commission_tax_minor"> &
  Record<"commission_base_minor" | "commission_minor" | "commission_tax_minor", string> & {
    vendor_order_id: string
    vendor_id: string
    currency_code: string
    cursor: string
  }

/**
 * The next vendor orders of a period that were not canceled, of all vendors, shop by shop, with the lines that commission is
 * taken on: for staff. By the index of a shop's orders, so that a page costs the same however many came before it.
 */
export async function ordersPlaced(context: Context, page: PlacedPage): Promise<PlacedOrder[]> {
  const after = page.after ?? FIRST
  const { from, before, take } = page
  const rows = await queryRows<LineRow>(
    context,
    `with next as (
       select ${COLUMNS} from (
         (select ${COLUMNS} from vendor_order
           where vendor_id = ? and (placed_at, id) < (?::timestamptz, ?) and ${SOLD}
           order by placed_at desc, id desc limit ?)
         union all
         (select ${COLUMNS} from vendor_order where vendor_id > ? and ${SOLD}
           order by vendor_id, placed_at desc, id desc limit ?)) as both_parts
       order by vendor_id, placed_at desc, id desc limit ?)
     select next.id as vendor_order_id, next.vendor_id, next.currency_code, next.placed_at::text as cursor,
       l.kind, l.quantity, l.commission_base_minor, l.commission_minor, l.commission_tax_minor, i.product_id
     from next
     join vendor_order_line l on l.vendor_order_id = next.id and l.deleted_at is null
     left join order_line_item i on i.id = l.source_id
     order by next.vendor_id, next.placed_at desc, next.id desc, l.id`,
    [
      ...[after.vendor_id, after.placed_at, after.id, from, before, take],
      ...[after.vendor_id, from, before, take, take],
    ]
  )

  return groupByOrder(rows)
}

/** Rows of one order come together. */
function groupByOrder(rows: LineRow[]): PlacedOrder[] {
  const orders: PlacedOrder[] = []
  for (const row of rows) {
    const { vendor_order_id: id, vendor_id, currency_code, cursor: placed_at } = row
    const last = orders.at(-1)
    const order = last?.id === id ? last : { id, vendor_id, currency_code, placed_at, lines: [] }
    if (order !== last) {
      orders.push(order)
    }
    order.lines.push({
      kind: row.kind,
      quantity: row.quantity,
      product_id: row.product_id,
      commission_base_minor: BigInt(row.commission_base_minor),
      commission_minor: BigInt(row.commission_minor),
      commission_tax_minor: BigInt(row.commission_tax_minor),
    })
  }

  return orders
}
