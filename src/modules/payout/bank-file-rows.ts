import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { UnmarkedFile, WaitingForBank } from "./types"

type WaitingRow = Omit<WaitingForBank, "amount_minor"> & { amount_minor: string }
type UnmarkedRow = Omit<UnmarkedFile, "amount_minor"> & { amount_minor: string }

const SENT = "sum(amount_minor::numeric - fee_minor::numeric)::text as amount_minor"

/** What people are to pay at the bank and is in no file yet, by currency. */
export async function waitingForBank(context: Context, rails: string[]): Promise<WaitingForBank[]> {
  const rows = await queryRows<WaitingRow>(
    context,
    `select currency_code, count(*)::int as count, min(posted_at) as since, max(posted_at) as latest,
       ${SENT}
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

/** Files that were taken before that time and of whose payouts nobody has said what became of them. Nothing else touches these rows. */
export async function unmarkedFiles(
  context: Context,
  { rails, taken_before }: { rails: string[]; taken_before: Date }
): Promise<UnmarkedFile[]> {
  const rows = await queryRows<UnmarkedRow>(
    context,
    `select batch, currency_code, count(*)::int as count, min(updated_at) as taken_at, ${SENT}
     from payout
     where state = 'pending' and batch is not null and updated_at < ? and rail in (${rails.map(() => "?").join(", ") || "null"})
     group by batch, currency_code order by min(updated_at), batch`,
    [taken_before, ...rails]
  )

  return rows.map((row) => ({
    ...row,
    taken_at: new Date(row.taken_at),
    amount_minor: BigInt(row.amount_minor),
  }))
}
