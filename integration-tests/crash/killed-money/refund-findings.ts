import type { Store } from "../../helpers/kill-store"

/** An order of which so many minor units are to go back, once. */
export type RefundedOrder = { order_id: string; reference: string; vendor_order_id: string; amount: number }

type Row = Record<string, string | null>

export const rowsOf = async ({ db }: Store, sql: string, values: unknown[]) =>
  (await db.query(sql, values)).rows as Row[]

/** What is wrong with a refund, once everything that was to finish it has run: at the gateway, in the books and in Medusa. */
export async function problemsOf(store: Store, order: RefundedOrder): Promise<string> {
  const { order_id, reference, amount } = order
  const one = async (sql: string) => (await rowsOf(store, sql, [order_id]))[0]!
  const given = store.sandbox.control
    .refunds()
    .filter(({ transaction_reference, status }) => transaction_reference === reference && status !== "failed")
  const clearing = await one(
    `select coalesce(-sum(p.amount_minor), 0)::text as minor from ledger_entry e join ledger_posting p on p.entry_id = e.id
     where e.reference ->> 'order_id' = $1 and e.kind in ('refund', 'reversal') and p.account_code like 'gateway_clearing%'`
  )
  const part = await one(
    `select coalesce(sum(r.amount_minor), 0)::text as minor from vendor_order_refund r join vendor_order v on v.id = r.vendor_order_id
     where v.order_id = $1`
  )
  const medusa = await one(
    `select count(*)::text as count, coalesce(sum(r.amount), 0)::text as major from refund r join payment p on p.id = r.payment_id
     join order_payment_collection c on c.payment_collection_id = p.payment_collection_id
     where c.order_id = $1 and r.deleted_at is null`
  )
  const transactions = await one(
    `select count(*)::text as count, coalesce(-sum(amount), 0)::text as major from order_transaction
     where order_id = $1 and reference = 'refund' and deleted_at is null`
  )
  const request = await one(`select stage from vendor_order_refund_request where order_id = $1`)
  const open = await rowsOf(
    store,
    `select state, booked from gateway_refund where reference = $1
     and (state in ('requested', 'unknown', 'not_executed') or (state <> 'failed' and booked is null))`,
    [reference]
  )
  const says = (what: string, { count, major }: Row) =>
    (count !== "1" || Number(major) * 100 !== amount) && `${what} ${count} refunds of ${major}`

  return [
    given.length !== 1 && `${given.length} refunds at the gateway`,
    given.some((refund) => refund.amount !== amount) && "another amount",
    clearing.minor !== String(amount) && `the books say that ${clearing.minor} went back`,
    part.minor !== String(amount) && `the shop's part says that ${part.minor} went back`,
    says("Medusa knows of", medusa),
    says("the order knows of", transactions),
    request.stage !== "made" && `the request is ${request.stage}`,
    open.length > 0 && `at the gateway's door: ${JSON.stringify(open)}`,
  ]
    .filter(Boolean)
    .join("; ")
}
