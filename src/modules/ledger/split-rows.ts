import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import { accountCode } from "./domain/account"
import type { LedgerEntryInput } from "./domain/entry"
import { buildReceivableDue, buildSplitOwed, owedChange } from "./domain/split"
import type { VendorCurrency } from "./types"

/** Entries after which what is pending of an order may stand below zero, or above it again. */
const MOVES_PENDING = [
  "refund",
  "reversal",
  "split",
  "split_settled",
  "split_missing",
  "dispute_release",
  "chargeback",
]

/** The orders of which the entries may have changed what their vendors owe. */
export const ordersToCover = (entries: Pick<LedgerEntryInput, "kind" | "reference">[]): string[] => [
  ...new Set(
    entries.flatMap(({ kind, reference }) =>
      MOVES_PENDING.includes(kind) && reference.order_id ? [reference.order_id] : []
    )
  ),
]

/**
 * What has to be posted so that nothing of these orders that was split stands below zero. The account is locked before it is
 * read: of two refunds at once the later one sees both.
 */
export async function owedOfOrders(context: Context, orderIds: string[]): Promise<LedgerEntryInput[]> {
  const split = await queryRows<VendorCurrency & { order_id: string; code: string }>(
    context,
    `select distinct e.reference ->> 'order_id' as order_id, a.owner as vendor_id, a.currency_code,
       'vendor_pending:' || a.owner || ':' || a.currency_code as code
     from ledger_entry e join ledger_posting p on p.entry_id = e.id join ledger_account a on a.code = p.account_code
     where e.kind = 'split' and a.type = 'vendor_split'
       and e.reference ->> 'order_id' in (${orderIds.map(() => "?").join(", ")})
     order by code, order_id`,
    orderIds
  )
  const entries: LedgerEntryInput[] = []
  for (const { code, ...of } of split) {
    await lockAccount(context, code)
    const [row] = await queryRows<{ pending: string; owed: string; number: number }>(
      context,
      `select coalesce(-sum(p.amount_minor) filter (where e.kind <> 'split_owed'), 0)::text as pending,
         coalesce(-sum(p.amount_minor) filter (where e.kind = 'split_owed'), 0)::text as owed,
         (count(*) filter (where e.kind = 'split_owed'))::int as number
       from ledger_entry e join ledger_posting p on p.entry_id = e.id
       where e.reference ->> 'order_id' = ? and p.account_code = ?`,
      [of.order_id, code]
    )
    const amount_minor = owedChange({
      pending_minor: BigInt(row?.pending ?? 0),
      owed_minor: BigInt(row?.owed ?? 0),
    })
    if (amount_minor !== 0n) {
      entries.push(
        buildSplitOwed({ ...of, amount_minor, number: (row?.number ?? 0) + 1, occurred_at: new Date() })
      )
    }
  }

  return entries
}

/** What a vendor owes apart from what is available, as an entry that takes it from there; null when it owes nothing. */
export async function receivableDue(
  context: Context,
  { vendor_id, currency_code }: VendorCurrency
): Promise<LedgerEntryInput | null> {
  const code = accountCode({ type: "vendor_receivable", owner: vendor_id, currency_code })
  await lockAccount(context, code)
  const [row] = await queryRows<{ amount: string; number: number }>(
    context,
    `select coalesce(sum(p.amount_minor), 0)::text as amount,
       (count(*) filter (where e.kind = 'receivable_due'))::int as number
     from ledger_posting p join ledger_entry e on e.id = p.entry_id where p.account_code = ?`,
    [code]
  )
  const amount_minor = BigInt(row?.amount ?? 0)

  return amount_minor === 0n
    ? null
    : buildReceivableDue({
        vendor_id,
        currency_code,
        amount_minor,
        number: (row?.number ?? 0) + 1,
        occurred_at: new Date(),
      })
}

async function lockAccount(context: Context, code: string): Promise<void> {
  await queryRows(context, `select code from ledger_account where code = ? for no key update`, [code])
}
