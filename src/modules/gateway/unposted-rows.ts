import type { Context } from "@medusajs/framework/types"
import { CASH_GATEWAY } from "../../lib/gateway"
import { PAY_ON_DELIVERY } from "../../lib/pay-on-delivery"
import { queryRows } from "../../lib/sql"
import { byHandKey } from "./domain/by-hand"
import type { UnpostedPayment } from "./types"

// Raw SQL over Medusa's payments, the attempts and the books: what one of them has and another lacks spans them. The keys
// of the books are those of `ledger/domain/{refund,receipt}.ts`.

/** Refunds that have an entry of their own, or an attempt that is followed until it has one, are known. */
const UNKNOWN_REFUND = `not exists (select 1 from ledger_entry e where e.idempotency_key = 'refund:' || r.id)
  and not exists (
    select 1 from gateway_refund g
    where (g.key in (r.id, r.id || ?) or g.adopted_by_key = r.id)
      and (g.state in ('pending', 'needs_attention', 'processed') or (g.state = 'failed' and not g.is_disowned)))`

const DAY_MS = 86_400_000
/** A refund may have to wait for the end of a case, and the longest are over by then. */
const REFUNDS_MS = 180 * DAY_MS
/** Nothing but a lost event keeps a capture from the books, and there are many more of them. */
const CAPTURES_MS = 7 * DAY_MS

/**
 * Payments of providers that are none of our gateways with a refund or a capture from before that time which the books lack.
 * In any order, so that some that cannot be posted keep no others from it.
 */
export async function findUnposted(
  context: Context,
  { before, limit }: { before: Date; limit: number }
): Promise<UnpostedPayment[]> {
  const ago = (ms: number) => new Date(before.getTime() - ms)

  return queryRows<UnpostedPayment>(
    context,
    `with moved as (
       select r.payment_id from refund r
       where r.deleted_at is null and r.created_at between ? and ? and ${UNKNOWN_REFUND}
       union
       select c.payment_id from capture c join payment p on p.id = c.payment_id
       where c.deleted_at is null and c.created_at between ? and ? and p.provider_id <> ?
         and not exists (
           select 1 from ledger_entry e where e.idempotency_key = 'receipt:' || p.provider_id || ':' || c.id))
     select p.id, p.provider_id, l.order_id
     from moved join payment p on p.id = moved.payment_id and p.deleted_at is null
     left join order_payment_collection l
       on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
     where not exists (
       select 1 from gateway_transaction t
       where t.session_id = p.payment_session_id and t.gateway <> ?
         and t.superseded_at is null and t.deleted_at is null)
     order by random() limit ?`,
    [ago(REFUNDS_MS), before, byHandKey(""), ago(CAPTURES_MS), before, PAY_ON_DELIVERY, CASH_GATEWAY, limit]
  )
}
