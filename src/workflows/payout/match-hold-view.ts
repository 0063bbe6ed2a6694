import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { MatchHoldState } from "../../modules/payout/domain/match-hold"
import type { PayoutMatchHold } from "../../modules/payout/models/payout-match-hold"
import type PayoutModuleService from "../../modules/payout/service"

/** In what a buyer and a shop are alike is told, and never the thing itself. */
const toView = (row: InferTypeOf<typeof PayoutMatchHold>) => ({
  id: row.vendor_order_id,
  order_id: row.order_id,
  vendor_id: row.vendor_id,
  currency_code: row.currency_code,
  kinds: row.kinds,
  state: row.state,
  reason: row.reason,
  decided_by: row.decided_by,
  decided_at: row.decided_at,
  created_at: row.created_at,
})

export async function listMatchHolds(
  container: MedusaContainer,
  query: { state?: MatchHoldState[]; vendor_id?: string; limit: number; offset: number }
) {
  const { limit, offset, ...filters } = query
  const named = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
  const [rows, count] = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .listAndCountPayoutMatchHolds(named, {
      take: limit,
      skip: offset,
      order: { created_at: "DESC", vendor_order_id: "DESC" },
    })

  return { payout_holds: rows.map(toView), count, offset, limit }
}

/** @throws not found */
export async function retrieveMatchHold(container: MedusaContainer, vendor_order_id: string) {
  const [row] = await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .listPayoutMatchHolds({ vendor_order_id }, { take: 1 })
  if (!row) {
    throw notFound(ErrorCode.PAYOUT_HOLD_NOT_FOUND, `Nothing is held of vendor order ${vendor_order_id}.`)
  }

  return toView(row)
}
