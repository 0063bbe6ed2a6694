import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { scoped } from "../../lib/vendor-scope"
import { PAYOUT_MODULE } from "../../modules/payout"
import type { PayoutState } from "../../modules/payout/domain/state"
import type { Payout } from "../../modules/payout/models/payout"
import type PayoutModuleService from "../../modules/payout/service"
import { payoutNotFound } from "./refusals"

type PayoutRow = InferTypeOf<typeof Payout>

export type PayoutFilters = {
  id?: string
  state?: PayoutState[]
  currency_code?: string
  rail?: string
  batch?: string
  vendor_id?: string
  created_at?: { $gte?: Date; $lt?: Date }
}

type Page = { limit: number; offset: number; order: "created_at" | "-created_at" }

/** What a shop sees. Where the money goes is told by the last digits alone. */
const vendorView = (row: PayoutRow) => ({
  id: row.id,
  state: row.state,
  /** In major units, as decimals: what it takes of the shop's money, and what the platform keeps of that. */
  amount: toMajorUnits(BigInt(row.amount_minor), row.currency_code),
  fee: toMajorUnits(BigInt(row.fee_minor), row.currency_code),
  currency_code: row.currency_code,
  origin: row.origin,
  reference: row.reference,
  bank_name: row.bank_name,
  account_last4: row.account_last4,
  reason: row.reason,
  created_at: row.created_at,
  approved_at: row.approved_at,
  paid_at: row.paid_at,
})

/** And staff: who did what, and what the rail said. */
const staffView = (payouts: PayoutModuleService) => (row: PayoutRow) => ({
  ...vendorView(row),
  vendor_id: row.vendor_id,
  rail: row.rail,
  rail_id: row.rail_id,
  period: row.period,
  retry_of: row.retry_of,
  requested_by: row.requested_by,
  approved_by: row.approved_by,
  rejected_by: row.rejected_by,
  marked_by: row.marked_by,
  posted_at: row.posted_at,
  post_count: row.post_count,
  checked_at: row.checked_at,
  last_error: row.last_error,
  batch: row.batch,
  /** A person has to pay it at the bank, and it is in no file yet. */
  is_to_send: row.state === "pending" && row.batch === null && payouts.isManual(row.rail),
})

const payoutsOf = (container: MedusaContainer) => container.resolve<PayoutModuleService>(PAYOUT_MODULE)

export const listVendorPayouts = (
  container: MedusaContainer,
  vendorId: string,
  query: Page & Omit<PayoutFilters, "vendor_id">
) => list(container, query, (filters) => scoped(vendorId, filters), vendorView)

export function listAllPayouts(
  container: MedusaContainer,
  { is_to_send, ...query }: Page & PayoutFilters & { is_to_send?: true }
) {
  const payouts = payoutsOf(container)
  const toSend = { state: "pending", batch: null, rail: payouts.manualRails() }

  return list(
    container,
    query,
    (filters) => (is_to_send ? { $and: [filters, toSend] } : filters),
    staffView(payouts)
  )
}

/** @throws not found, also for another shop's */
export async function retrieveVendorPayout(container: MedusaContainer, vendorId: string, id: string) {
  return vendorView(await one(container, scoped(vendorId, { id })))
}

/** @throws not found */
export async function retrievePayout(container: MedusaContainer, id: string) {
  return staffView(payoutsOf(container))(await one(container, { id }))
}

async function list<View>(
  container: MedusaContainer,
  { limit, offset, order, ...filters }: Page & PayoutFilters,
  scope: (filters: PayoutFilters) => Record<string, unknown>,
  view: (row: PayoutRow) => View
) {
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  const named = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined))
  const [rows, count] = await payoutsOf(container).listAndCountPayouts(scope(named), {
    take: limit,
    skip: offset,
    order: { created_at: direction, id: direction },
  })

  return { payouts: rows.map(view), count, offset, limit }
}

async function one(container: MedusaContainer, filters: Record<string, unknown> & { id?: string }) {
  const [row] = await payoutsOf(container).listPayouts(filters, { take: 1 })
  if (!row) {
    throw payoutNotFound(filters.id ?? "")
  }

  return row
}
