import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { Movement } from "./domain/statement"

/** What was posted to a vendor's accounts, summed by month (UTC) and kind of entry; by when it was posted, which never changes. */
export async function movementsByMonth(context: Context, owner: string): Promise<Movement[]> {
  const rows = await queryRows<Omit<Movement, "amount_minor"> & { amount_minor: string }>(
    context,
    `select to_char(p.created_at at time zone 'UTC', 'YYYY-MM') as period, p.currency_code, a.type, e.kind,
            sum(p.amount_minor)::text as amount_minor
     from ledger_account a
     join ledger_posting p on p.account_code = a.code
     join ledger_entry e on e.id = p.entry_id
     where a.owner = ?
     group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    [owner]
  )

  return rows.map((row) => ({ ...row, amount_minor: BigInt(row.amount_minor) }))
}
