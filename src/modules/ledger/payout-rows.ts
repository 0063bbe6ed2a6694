import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { accountCode } from "./domain/account"
import type { AvailablePage, PaidOut, VendorCurrency } from "./types"

/**
 * Whoever holds money of one vendor takes turns with everybody else who does. The lock is one that postings do not wait
 * for: a sale of the vendor is not stopped by a payout.
 */
export async function lockAvailable(
  context: Context,
  { vendor_id, currency_code }: VendorCurrency
): Promise<void> {
  await queryRows(context, `select code from ledger_account where code = ? for no key update`, [
    accountCode({ type: "vendor_available", owner: vendor_id, currency_code }),
  ])
}

/** What a vendor may be paid, as this transaction sees it. */
export async function availableOf(
  context: Context,
  { vendor_id, currency_code }: VendorCurrency
): Promise<bigint> {
  const [row] = await queryRows<{ available: string }>(
    context,
    `select ${AVAILABLE} as available from ledger_account a
     left join ledger_checkpoint c on c.account_code = a.code where a.code = ?`,
    [accountCode({ type: "vendor_available", owner: vendor_id, currency_code })]
  )

  return BigInt(row?.available ?? 0)
}

/** What lies in a vendor's deposit; nobody else moves it until the transaction of the caller ends. */
export async function lockDeposit(
  context: Context,
  { vendor_id, currency_code }: VendorCurrency
): Promise<bigint> {
  const code = accountCode({ type: "vendor_deposit", owner: vendor_id, currency_code })
  await queryRows(context, `select code from ledger_account where code = ? for no key update`, [code])
  const [row] = await queryRows<{ deposited: string }>(
    context,
    `select coalesce(-sum(amount_minor), 0)::text as deposited from ledger_posting where account_code = ?`,
    [code]
  )

  return BigInt(row?.deposited ?? 0)
}

/** Vendors to whom something is owed that may be paid out, in the order of their accounts; after one of them. */
export async function pageOfAvailable(
  context: Context,
  { after, take }: { after: string; take: number }
): Promise<AvailablePage> {
  const rows = await queryRows<{ code: string; owner: string; currency_code: string; available: string }>(
    context,
    `select a.code, a.owner, a.currency_code, ${AVAILABLE} as available
     from (select * from ledger_account where type = 'vendor_available' and code > ? order by code limit ?) a
     left join ledger_checkpoint c on c.account_code = a.code
     order by a.code`,
    [after, take]
  )

  return {
    balances: rows
      .map((row) => ({
        vendor_id: row.owner,
        currency_code: row.currency_code,
        available_minor: BigInt(row.available),
      }))
      .filter(({ available_minor }) => available_minor > 0n),
    last: rows.at(-1)?.code ?? null,
  }
}

/** What a vendor has ever been paid and has kept. A vendor has few lines in transit, however much it sells. */
export async function paidOutOf(context: Context, vendorId: string): Promise<PaidOut[]> {
  const rows = await queryRows<{ currency_code: string; paid_out: string }>(
    context,
    `select a.currency_code, coalesce(sum(p.amount_minor) filter (
         where (e.kind = 'payout_paid' and p.amount_minor > 0) or (e.kind = 'payout_returned' and p.amount_minor < 0)
       ), 0)::text as paid_out
     from ledger_account a join ledger_posting p on p.account_code = a.code join ledger_entry e on e.id = p.entry_id
     where a.owner = ? and a.type = 'payouts_in_transit'
     group by a.currency_code order by a.currency_code`,
    [vendorId]
  )

  return rows.map((row) => ({ currency_code: row.currency_code, paid_out_minor: BigInt(row.paid_out) }))
}

/** What is held of an order for a vendor: what its sale, refunds, and releases come to. */
export async function pendingOfOrder(
  context: Context,
  { vendor_id, currency_code, order_id }: VendorCurrency & { order_id: string }
): Promise<bigint> {
  const [row] = await queryRows<{ pending: string }>(
    context,
    `select coalesce(-sum(p.amount_minor), 0)::text as pending
     from ledger_entry e join ledger_posting p on p.entry_id = e.id
     where e.reference ->> 'order_id' = ? and p.account_code = ?`,
    [order_id, accountCode({ type: "vendor_pending", owner: vendor_id, currency_code })]
  )

  return BigInt(row?.pending ?? 0)
}

/**
 * What a vendor has collected of an order in cash and neither handed over nor been charged with. Whoever is about to move it
 * takes turns: the account is locked until the transaction ends.
 */
export async function cashOfOrder(
  context: Context,
  { vendor_id, currency_code, order_id }: VendorCurrency & { order_id: string }
): Promise<bigint> {
  const code = accountCode({ type: "vendor_cash", owner: vendor_id, currency_code })
  await queryRows(context, `select code from ledger_account where code = ? for no key update`, [code])
  const [row] = await queryRows<{ cash: string }>(
    context,
    `select coalesce(sum(p.amount_minor), 0)::text as cash
     from ledger_entry e join ledger_posting p on p.entry_id = e.id
     where e.reference ->> 'order_id' = ? and p.account_code = ?`,
    [order_id, code]
  )

  return BigInt(row?.cash ?? 0)
}

/** What is owed is below zero in the books; a vendor's own money reads the other way round. */
const AVAILABLE = `(-(coalesce(c.balance_minor, 0) + coalesce((
  select sum(p.amount_minor) from ledger_posting p
  where p.account_code = a.code and p.seq > coalesce(c.seq, 0)), 0)))::text`
