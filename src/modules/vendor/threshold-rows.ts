import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"

/** Null goes back to what the operator has set for everybody. */
export type StockThreshold = { inventory_item_id: string; pieces: number | null }

const GIVEN = `jsonb_to_recordset(?::jsonb) as row(inventory_item_id text, pieces integer)`

/** What is set of these items now; null for those that follow the operator's setting. */
export async function thresholdsOf(
  context: Context,
  vendorId: string,
  ids: string[]
): Promise<StockThreshold[]> {
  return queryRows<StockThreshold>(
    context,
    `select item.id as inventory_item_id, t.pieces
     from jsonb_array_elements_text(?::jsonb) as item(id)
     left join vendor_stock_threshold t on t.id = item.id and t.vendor_id = ?`,
    [JSON.stringify(ids), vendorId]
  )
}

export async function writeThresholds(
  context: Context,
  vendorId: string,
  thresholds: StockThreshold[]
): Promise<void> {
  const given = JSON.stringify(thresholds)
  await queryRows(
    context,
    `insert into vendor_stock_threshold (id, vendor_id, pieces)
     select row.inventory_item_id, ?, row.pieces from ${GIVEN} where row.pieces is not null
     on conflict (id) do update set pieces = excluded.pieces, vendor_id = excluded.vendor_id, updated_at = now()`,
    [vendorId, given]
  )
  await queryRows(
    context,
    `delete from vendor_stock_threshold t using ${GIVEN}
     where t.id = row.inventory_item_id and t.vendor_id = ? and row.pieces is null`,
    [given, vendorId]
  )
}
