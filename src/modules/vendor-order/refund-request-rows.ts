import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { FROZEN_AMOUNTS, type FrozenName, frozenOf } from "../../lib/frozen-amounts"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type { OpenRefundInput, RefundRequest, RefundRequestChange } from "./after-sale-types"
import type { RefundedLine } from "./domain/refund-request"

type Row = Record<FrozenName | "amount_minor" | "withheld_minor", string> &
  Omit<RefundRequest, "lines" | "due" | "amount_minor" | "withheld_minor"> & {
    lines: (Omit<RefundedLine, "amount_minor"> & { amount_minor: string })[]
  }

const AMOUNTS = [...FROZEN_AMOUNTS, "amount_minor", "withheld_minor"]
  .map((name) => `${name}::text as ${name}`)
  .join(", ")

const COLUMNS = `id, vendor_order_id, order_id, vendor_id, idempotency_key, wanted, lines, ${AMOUNTS}, stage, reason_code, fault,
  note, actor, refund_key, last_error, created_at`

function fromRow({ lines, amount_minor, withheld_minor, created_at, ...row }: Row): RefundRequest {
  const rest = Object.fromEntries(
    Object.entries(row).filter(([name]) => !FROZEN_AMOUNTS.some((frozen) => frozen === name))
  ) as Omit<typeof row, FrozenName>

  return {
    ...rest,
    lines: lines.map((line) => ({ ...line, amount_minor: BigInt(line.amount_minor) })),
    due: frozenOf(row),
    amount_minor: BigInt(amount_minor),
    withheld_minor: BigInt(withheld_minor),
    created_at: new Date(created_at),
  }
}

/** Null when another refund of the order is open, or its key is known. */
export async function insertRequest(context: Context, input: OpenRefundInput): Promise<RefundRequest | null> {
  const lines = input.lines.map((line) => ({ ...line, amount_minor: String(line.amount_minor) }))
  const [row] = await queryRows<Row>(
    context,
    `insert into vendor_order_refund_request (id, vendor_order_id, order_id, vendor_id, idempotency_key, wanted, lines,
       amount_minor, withheld_minor, ${FROZEN_AMOUNTS.join(", ")}, stage, reason_code, fault, note, actor)
     values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, 'opened', ?, ?, ?, ?)
     on conflict do nothing returning ${COLUMNS}`,
    [
      generateEntityId("", "vorr"),
      input.vendor_order_id,
      input.order_id,
      boundVendor(input.vendor_id),
      input.idempotency_key,
      input.wanted,
      JSON.stringify(lines),
      String(input.amount_minor),
      String(input.withheld_minor),
      ...FROZEN_AMOUNTS.map((name) => String(input.due[name])),
      input.reason_code,
      input.fault,
      input.note,
      input.actor,
    ]
  )

  return row ? fromRow(row) : null
}

export async function requestsOf(context: Context, orderId: string): Promise<RefundRequest[]> {
  const rows = await queryRows<Row>(
    context,
    `select ${COLUMNS} from vendor_order_refund_request where order_id = ? order by created_at, id`,
    [orderId]
  )

  return rows.map(fromRow)
}

/** Those that a crash or an unreachable gateway left; what was tried and failed comes back after a while. */
export async function unfinishedRequests(
  context: Context,
  { before, retry_before, limit }: { before: Date; retry_before: Date; limit: number }
): Promise<RefundRequest[]> {
  const rows = await queryRows<Row>(
    context,
    `select ${COLUMNS} from vendor_order_refund_request
     where stage = 'opened' and updated_at <= case when last_error is null then ?::timestamptz else ?::timestamptz end
     order by updated_at, id limit ?`,
    [before, retry_before, limit]
  )

  return rows.map(fromRow)
}

export async function advanceRequest(
  context: Context,
  id: string,
  change: RefundRequestChange
): Promise<void> {
  await queryRows(
    context,
    `update vendor_order_refund_request
     set stage = coalesce(?, stage), refund_key = coalesce(?, refund_key), last_error = ?, updated_at = now()
     where id = ?`,
    [change.stage ?? null, change.refund_key ?? null, change.last_error ?? null, id]
  )
}
