import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type { SoldLine } from "./types"

const LINE_AMOUNTS = [
  "gross_minor",
  "vendor_discount_minor",
  "platform_discount_minor",
  "tax_minor",
  "platform_tax_minor",
  "total_minor",
  "commission_fixed_minor",
  "commission_base_minor",
  "commission_minor",
  "commission_tax_minor",
  "withholding_minor",
  "net_minor",
] as const

const QUANTITIES = {
  current_quantity: "quantity",
  fulfilled_quantity: "fulfilled_quantity",
  shipped_quantity: "shipped_quantity",
  delivered_quantity: "delivered_quantity",
  return_requested_quantity: "return_requested_quantity",
  returned_quantity: "return_received_quantity",
} as const

/** Pieces of a line whose money was given back, and those of them that never arrived. */
const PAID_BACK = {
  paid_back_quantity: "true",
  lost_quantity: "q.reason_code = 'not_received'",
} as const

type Quantity = keyof typeof QUANTITIES | keyof typeof PAID_BACK

type LineRow = Record<(typeof LINE_AMOUNTS)[number] | Quantity, string> &
  Omit<SoldLine, (typeof LINE_AMOUNTS)[number] | Quantity>

const QUANTITY_NAMES = [...Object.keys(QUANTITIES), ...Object.keys(PAID_BACK)] as Quantity[]

/**
 * What a shop sold in these of its orders, with what Medusa knows of each item now. One statement for a whole page; an
 * item that has left its order is not in Medusa's current version of it any more, so it comes with quantities of 0.
 */
export async function linesOf(
  context: Context,
  vendorId: string,
  vendorOrderIds: string[]
): Promise<SoldLine[]> {
  if (!vendorOrderIds.length) {
    return []
  }
  const now = Object.entries(QUANTITIES).map(([name, column]) => `coalesce(oi.${column}, 0)::text as ${name}`)
  const back = Object.entries(PAID_BACK).map(
    ([name, which]) => `coalesce(sum((p->>'quantity')::int) filter (where ${which}), 0)::text as ${name}`
  )
  const rows = await queryRows<LineRow>(
    context,
    `select l.id, l.vendor_order_id, l.kind, l.source_id, l.title, l.quantity, l.commission_rate_bps,
       l.commission_rule_id, l.commission_explanation,
       ${LINE_AMOUNTS.map((name) => `l.${name}`).join(", ")}, ${now.join(", ")},
       ${Object.keys(PAID_BACK)
         .map((name) => `b.${name}`)
         .join(", ")},
       i.product_id, i.variant_title, i.variant_sku as sku, i.thumbnail, sm.shipping_option_id,
       trim_scale(coalesce(oi.unit_price, i.unit_price, sm.amount))::text as unit_price
     from vendor_order_line l
     join vendor_order vo on vo.id = l.vendor_order_id
     join "order" o on o.id = vo.order_id
     left join order_line_item i on i.id = l.source_id
     left join order_item oi
       on oi.item_id = l.source_id and oi.order_id = o.id and oi.version = o.version and oi.deleted_at is null
     left join order_shipping_method sm on sm.id = l.source_id
     cross join lateral (
       select ${back.join(", ")} from vendor_order_refund_request q, jsonb_array_elements(q.lines) p
       where q.order_id = vo.order_id and q.stage = 'made' and p->>'line_id' = l.id) b
     where vo.vendor_id = ? and vo.id in (${vendorOrderIds.map(() => "?").join(", ")}) and l.deleted_at is null
     order by l.vendor_order_id, l.kind, l.title, l.id`,
    [boundVendor(vendorId), ...vendorOrderIds]
  )

  return rows.map(toLine)
}

function toLine(row: LineRow): SoldLine {
  const amounts = Object.fromEntries(LINE_AMOUNTS.map((name) => [name, BigInt(row[name])]))
  const quantities = Object.fromEntries(QUANTITY_NAMES.map((name) => [name, Number(row[name])]))

  // Both records are made from the very lists of names that the type leaves out.
  return { ...row, ...amounts, ...quantities } as unknown as SoldLine
}
