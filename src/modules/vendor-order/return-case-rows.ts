import type { Context } from "@medusajs/framework/types"
import { insertRows, queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type {
  OpenReturnInput,
  ReturnFilters,
  ReturnMove,
  ReturnPage,
  ReturnRecord,
  ReturnTracking,
} from "./after-sale-types"
import { MOST_RETURN_PHOTOS } from "./domain/return"

// Raw SQL because each change is conditional on the row's own state.

const COLUMNS = `return_id, vendor_order_id, order_id, vendor_id, state, reason_code, note, photos, items, decided_by,
  decision_note, carrier, tracking_number, moved_at, refund_request_id, created_at`

type Row = Omit<ReturnRecord, "moved_at" | "created_at"> & Record<"moved_at" | "created_at", Date | string>

const fromRow = (row: Row): ReturnRecord => ({
  ...row,
  moved_at: new Date(row.moved_at),
  created_at: new Date(row.created_at),
})

export async function insertReturn(context: Context, input: OpenReturnInput): Promise<void> {
  await insertRows(context, "vendor_order_return", [
    {
      return_id: input.return_id,
      vendor_order_id: input.vendor_order_id,
      order_id: input.order_id,
      vendor_id: boundVendor(input.vendor_id),
      reason_code: input.reason_code,
      note: input.note,
      items: JSON.stringify(input.items),
    },
  ])
}

export async function findReturn(context: Context, returnId: string): Promise<ReturnRecord | null> {
  const [row] = await queryRows<Row>(
    context,
    `select ${COLUMNS} from vendor_order_return where return_id = ?`,
    [returnId]
  )

  return row ? fromRow(row) : null
}

/** False when somebody moved it meanwhile. */
export async function moveReturn(context: Context, move: ReturnMove): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update vendor_order_return set state = ?, moved_at = now(), updated_at = now(),
       decided_by = coalesce(?, decided_by), decision_note = coalesce(?, decision_note), carrier = coalesce(?, carrier),
       tracking_number = coalesce(?, tracking_number), refund_request_id = coalesce(?, refund_request_id)
     where return_id = ? and state = ? returning return_id`,
    [
      move.to,
      move.decided_by ?? null,
      move.decision_note ?? null,
      move.carrier ?? null,
      move.tracking_number ?? null,
      move.refund_request_id ?? null,
      move.return_id,
      move.from,
    ]
  )

  return rows.length > 0
}

/**
 * False when the return has another number, or is not in transit. The shop's time begins anew with a number: before, it had
 * nothing to follow the goods by, and nobody is to be paid on a number of this moment.
 */
export async function addTracking(
  context: Context,
  { return_id, tracking_number, carrier }: ReturnTracking
): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update vendor_order_return set updated_at = now(),
       moved_at = case when tracking_number is null then now() else moved_at end,
       carrier = case when tracking_number is null then coalesce(?, carrier) else carrier end, tracking_number = ?
     where return_id = ? and state = 'in_transit' and coalesce(tracking_number, ?) = ? returning return_id`,
    [carrier, tracking_number, return_id, tracking_number, tracking_number]
  )

  return rows.length > 0
}

/** False when there is no room for so many, or the return is decided. */
export async function addPhotos(context: Context, returnId: string, urls: string[]): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update vendor_order_return set photos = photos || ?::jsonb, updated_at = now()
     where return_id = ? and state = 'requested' and jsonb_array_length(photos) + ? <= ${MOST_RETURN_PHOTOS}
     returning return_id`,
    [JSON.stringify(urls), returnId, urls.length]
  )

  return rows.length > 0
}

export async function pageOfCases(
  context: Context,
  filters: ReturnFilters,
  { take, skip, is_ascending }: ReturnPage
): Promise<{ returns: ReturnRecord[]; count: number }> {
  const conditions: string[] = ["deleted_at is null"]
  const values: unknown[] = []
  for (const name of ["order_id", "vendor_id"] as const) {
    const value = filters[name]
    if (value !== undefined) {
      conditions.push(`${name} = ?`)
      values.push(value)
    }
  }
  if (filters.state?.length) {
    conditions.push(`state in (${filters.state.map(() => "?").join(", ")})`)
    values.push(...filters.state)
  }
  const where = `where ${conditions.join(" and ")}`
  const direction = is_ascending ? "asc" : "desc"
  const rows = await queryRows<Row>(
    context,
    `select ${COLUMNS} from vendor_order_return ${where}
     order by created_at ${direction}, return_id ${direction} limit ? offset ?`,
    [...values, take, skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count from vendor_order_return ${where}`,
    values
  )

  return { returns: rows.map(fromRow), count }
}
