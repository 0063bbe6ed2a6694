import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type { Cancellation, CancellationChange, OpenCancellationInput } from "./types"

type CancellationRow = Omit<Cancellation, "amount_minor" | "given_before_minor"> & {
  amount_minor: string
  given_before_minor: string
}

const COLUMNS = `id, vendor_order_id, order_id, vendor_id, stage, amount_minor::text as amount_minor, given_before_minor, refund_key, actor,
  reason, canceled_by, reason_code, fault, last_error`

const fromRow = (row: CancellationRow): Cancellation => ({
  ...row,
  amount_minor: BigInt(row.amount_minor),
  given_before_minor: BigInt(row.given_before_minor),
})

/** Raw SQL for ON CONFLICT: whoever comes second finds the first one's row. */
export async function openCancellation(
  context: Context,
  input: OpenCancellationInput
): Promise<Cancellation> {
  await queryRows(
    context,
    `insert into vendor_order_cancellation
       (id, vendor_order_id, order_id, vendor_id, stage, amount_minor, given_before_minor, actor, reason,
        canceled_by, reason_code, fault)
     values (?, ?, ?, ?, 'opened', ?, ?, ?, ?, ?, ?, ?) on conflict (vendor_order_id) do nothing`,
    [
      generateEntityId("", "voc"),
      input.vendor_order_id,
      input.order_id,
      boundVendor(input.vendor_id),
      String(input.amount_minor),
      String(input.given_before_minor ?? 0n),
      input.actor,
      input.reason,
      input.canceled_by ?? "vendor",
      input.reason_code ?? "canceled_by_shop",
      input.fault ?? "platform",
    ]
  )
  const [row] = await queryRows<CancellationRow>(
    context,
    `select ${COLUMNS} from vendor_order_cancellation where vendor_order_id = ?`,
    [input.vendor_order_id]
  )
  if (!row) {
    throw new RangeError(`The cancellation of ${input.vendor_order_id} was neither written nor found`)
  }

  return fromRow(row)
}

export async function cancellationsOf(context: Context, orderId: string): Promise<Cancellation[]> {
  const rows = await queryRows<CancellationRow>(
    context,
    `select ${COLUMNS} from vendor_order_cancellation where order_id = ? order by created_at, id`,
    [orderId]
  )

  return rows.map(fromRow)
}

/** Those that a crash or an unreachable gateway left; what was tried and failed comes back after a while. */
export async function unfinishedCancellations(
  context: Context,
  { before, retry_before, limit }: { before: Date; retry_before: Date; limit: number }
): Promise<Cancellation[]> {
  const rows = await queryRows<CancellationRow>(
    context,
    `select ${COLUMNS} from vendor_order_cancellation
     where stage not in ('refunded', 'refused') and updated_at <= case when last_error is null then ?::timestamptz else ?::timestamptz end
     order by updated_at, id limit ?`,
    [before, retry_before, limit]
  )

  return rows.map(fromRow)
}

/** Takes back one of which nothing was done. */
export async function dropCancellation(context: Context, id: string): Promise<void> {
  await queryRows(context, `delete from vendor_order_cancellation where id = ? and stage = 'opened'`, [id])
}

export async function advanceCancellation(
  context: Context,
  id: string,
  change: CancellationChange
): Promise<void> {
  await queryRows(
    context,
    `update vendor_order_cancellation
     set stage = coalesce(?, stage), refund_key = coalesce(?, refund_key), last_error = ?, updated_at = now()
     where id = ?`,
    [change.stage ?? null, change.refund_key ?? null, change.last_error ?? null, id]
  )
}
