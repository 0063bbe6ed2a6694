import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { WaitingForBank } from "./types"

type WaitingRow = Omit<WaitingForBank, "amount_minor"> & { amount_minor: string }

/** What people are to pay at the bank and is in no file yet, by currency. */
export async function waitingForBank(context: Context, rails: string[]): Promise<WaitingForBank[]> {
  const rows = await queryRows<WaitingRow>(
    context,
    `select currency_code, count(*)::int as count, min(posted_at) as since, max(posted_at) as latest,
       sum(amount_minor::numeric - fee_minor::numeric)::text as amount_minor
     from payout where state = 'pending' and batch is null and rail in (${rails.map(() => "?").join(", ") || "null"})
     group by currency_code order by currency_code`,
    rails
  )

  return rows.map((row) => ({
    ...row,
    since: new Date(row.since),
    latest: new Date(row.latest),
    amount_minor: BigInt(row.amount_minor),
  }))
}
