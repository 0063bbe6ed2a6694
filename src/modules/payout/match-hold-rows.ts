import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { MatchKind } from "./domain/match"
import { type MatchHoldState, statesBefore } from "./domain/match-hold"
import type { HeldOrder } from "./types"

// Raw SQL because each change is conditional on what other runs and other people have done.

/** False when it is held, was reviewed, or is released already. */
export async function insertHold(context: Context, order: HeldOrder, kinds: MatchKind[]): Promise<boolean> {
  const rows = await queryRows(
    context,
    `insert into payout_match_hold (vendor_order_id, order_id, vendor_id, currency_code, kinds)
     select ?, ?, ?, ?, ?::text[]
     where not exists (select 1 from payout_release r where r.vendor_order_id = ?)
     on conflict (vendor_order_id) do nothing returning vendor_order_id`,
    [
      order.vendor_order_id,
      order.order_id,
      order.vendor_id,
      order.currency_code,
      `{${kinds.join(",")}}`,
      order.vendor_order_id,
    ]
  )

  return rows.length > 0
}

/** False when nothing is held that could be decided so. */
export async function decideHold(
  context: Context,
  decision: { vendor_order_id: string; to: MatchHoldState; by: string; reason: string },
  now: Date
): Promise<boolean> {
  const from = statesBefore(decision.to)
  const rows = await queryRows(
    context,
    `update payout_match_hold set state = ?, reason = ?, decided_by = ?, decided_at = ?, updated_at = now()
     where vendor_order_id = ? and state in (${from.map(() => "?").join(", ") || "null"}) returning vendor_order_id`,
    [decision.to, decision.reason, decision.by, now, decision.vendor_order_id, ...from]
  )

  return rows.length > 0
}

/** Which of the vendor orders staff have let go. */
export async function clearedOf(context: Context, vendorOrderIds: string[]): Promise<Set<string>> {
  if (!vendorOrderIds.length) {
    return new Set()
  }
  const rows = await queryRows<{ vendor_order_id: string }>(
    context,
    `select vendor_order_id from payout_match_hold
     where state = 'released' and vendor_order_id in (${vendorOrderIds.map(() => "?").join(", ")})`,
    vendorOrderIds
  )

  return new Set(rows.map(({ vendor_order_id }) => vendor_order_id))
}

/** In which currencies money of each of the vendors is held, as `vendor:currency`. */
export async function heldOf(context: Context, vendorIds: string[]): Promise<Set<string>> {
  if (!vendorIds.length) {
    return new Set()
  }
  const rows = await queryRows<{ held: string }>(
    context,
    `select distinct vendor_id || ':' || currency_code as held from payout_match_hold
     where state <> 'released' and vendor_id in (${vendorIds.map(() => "?").join(", ")})`,
    vendorIds
  )

  return new Set(rows.map(({ held }) => held))
}
