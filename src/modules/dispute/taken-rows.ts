import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"

/** What banks have taken back of an order's payments, in minor units: its chargebacks that were lost. */
export async function takenOfOrder(context: Context, orderId: string): Promise<bigint> {
  const [row] = await queryRows<{ taken: string }>(
    context,
    `select coalesce(sum(claimed_minor), 0)::text as taken from dispute
     where order_id = ? and kind = 'chargeback' and state = 'lost' and deleted_at is null`,
    [orderId]
  )

  return BigInt(row?.taken ?? 0)
}
