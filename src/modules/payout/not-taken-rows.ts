import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { NotTaken } from "./types"

// Raw SQL because it is conditional on the row's own state, which another run may change meanwhile.

/** Which of the payouts are ready still and have been since before that time, by rail; with what the oldest is kept by. */
export async function notTaken(
  context: Context,
  { ids, ready_before }: { ids: string[]; ready_before: Date }
): Promise<NotTaken[]> {
  return queryRows<NotTaken>(
    context,
    `select rail, count(*)::integer as count,
       (array_agg(last_error order by coalesce(approved_at, created_at), id))[1] as last_error
     from payout
     where state = 'ready' and coalesce(approved_at, created_at) <= ?
       and id in (select jsonb_array_elements_text(?::jsonb))
     group by rail order by rail`,
    [ready_before, JSON.stringify(ids)]
  )
}

/** Keeps why a payout did not even get to its rail. */
export async function noteNotSent(context: Context, id: string, reason: string): Promise<void> {
  await queryRows(
    context,
    `update payout set last_error = ?, updated_at = now() where id = ? and state = 'ready'`,
    [reason, id]
  )
}
