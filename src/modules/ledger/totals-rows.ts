import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { accountCode } from "./domain/account"
import type { TrialBalance } from "./types"

/**
 * What refunds, their reversals and chargebacks have taken out of what a gateway collected, up to then. A lost case counts from its
 * hold on: when the gateway took the money nobody can say, and the books have the time at which we heard of it. The hold's key is
 * that of `domain/dispute.ts`.
 */
export async function takenOutOfClearing(
  context: Context,
  { gateway, currency_code, before }: { gateway: string; currency_code: string; before: Date }
): Promise<bigint> {
  const [row] = await queryRows<{ taken: string }>(
    context,
    `select coalesce(-sum(p.amount_minor), 0)::text as taken from ledger_posting p join ledger_entry e on e.id = p.entry_id
     where p.account_code = ? and e.kind not in ('receipt', 'settlement', 'split_settled')
       and (e.occurred_at <= ? or (e.kind in ('chargeback', 'chargeback_fee') and exists (
         select 1 from ledger_entry h
         where h.idempotency_key = 'dispute-hold:' || (e.reference ->> 'dispute_id') || ':1' and h.occurred_at <= ?)))`,
    [accountCode({ type: "gateway_clearing", owner: gateway, currency_code }), before, before]
  )

  return BigInt(row?.taken ?? 0)
}

export async function totalsPerCurrency(context: Context): Promise<TrialBalance[]> {
  const rows = await queryRows<Record<keyof TrialBalance, string>>(
    context,
    `select currency_code, sum(greatest(amount_minor, 0))::text as debit_minor,
            sum(greatest(-amount_minor, 0))::text as credit_minor, sum(amount_minor)::text as difference_minor
     from ledger_posting group by currency_code order by currency_code`
  )

  return rows.map((row) => ({
    currency_code: row.currency_code,
    debit_minor: BigInt(row.debit_minor),
    credit_minor: BigInt(row.credit_minor),
    difference_minor: BigInt(row.difference_minor),
  }))
}
