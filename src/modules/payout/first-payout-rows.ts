import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { PaidBefore } from "./domain/first-payouts"

type Row = {
  vendor_id: string
  currency_code: string
  first_paid_at: Date | string | null
  sum_minor: string
}

export const paidKey = (of: { vendor_id: string; currency_code: string }) =>
  `${of.vendor_id}:${of.currency_code}`

/** What each of the vendors was paid so far, or is being paid, by vendor and currency. Raw SQL for its sums. */
export async function paidBefore(context: Context, vendorIds: string[]): Promise<Map<string, PaidBefore>> {
  if (!vendorIds.length) {
    return new Map()
  }
  const rows = await queryRows<Row>(
    context,
    `select vendor_id, currency_code, min(paid_at) filter (where state = 'paid') as first_paid_at,
       sum(amount_minor)::text as sum_minor
     from payout
     where state not in ('rejected', 'failed', 'returned') and vendor_id in (${vendorIds.map(() => "?").join(", ")})
     group by vendor_id, currency_code`,
    vendorIds
  )

  return new Map(
    rows.map((row) => [
      paidKey(row),
      {
        first_paid_at: row.first_paid_at === null ? null : new Date(row.first_paid_at),
        sum_minor: BigInt(row.sum_minor),
      },
    ])
  )
}
