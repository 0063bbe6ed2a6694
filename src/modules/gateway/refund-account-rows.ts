import type { Context } from "@medusajs/framework/types"
import { insertRows, queryRows } from "../../lib/sql"
import { type RefundAccountState, refundAccountTransitions } from "./domain/refund-account"
import type { NewRefundAccount, RefundAccount } from "./types"

// Raw SQL because each change is conditional on the row's own state.

const COLUMNS = `id, refund_id, state, bank_code, bank_name, account_name, account_last4, account_number_ciphertext, currency_code,
  name_check, name_missing, entered_by, approved_by, posted_at, last_error, created_at`

type Row = Omit<RefundAccount, "posted_at" | "created_at"> & {
  posted_at: Date | string | null
  created_at: Date | string
}

const toAccount = (row: Row): RefundAccount => ({
  ...row,
  posted_at: row.posted_at === null ? null : new Date(row.posted_at),
  created_at: new Date(row.created_at),
})

/** The refund, so that whoever names an account for it takes turns. */
export async function lockRefund(context: Context, refundId: string): Promise<void> {
  await queryRows(context, `select id from gateway_refund where id = ? for update`, [refundId])
}

export async function currentOf(context: Context, refundIds: string[]): Promise<RefundAccount[]> {
  if (!refundIds.length) {
    return []
  }
  const rows = await queryRows<Row>(
    context,
    `select ${COLUMNS} from gateway_refund_account
     where replaced_at is null and refund_id in (${refundIds.map(() => "?").join(", ")})`,
    refundIds
  )

  return rows.map(toAccount)
}

export async function countOf(context: Context, refundId: string): Promise<number> {
  const [row] = await queryRows<{ count: string }>(
    context,
    `select count(*) as count from gateway_refund_account where refund_id = ?`,
    [refundId]
  )

  return Number(row?.count ?? 0)
}

export async function replaceWith(context: Context, account: NewRefundAccount): Promise<void> {
  await queryRows(
    context,
    `update gateway_refund_account set replaced_at = now(), updated_at = now() where refund_id = ? and replaced_at is null`,
    [account.refund_id]
  )
  await insertRows(context, "gateway_refund_account", [account])
}

type AccountChange = { approved_by?: string; posted_at?: Date; last_error?: string | null }

/** Moves an account along the table of transitions; null when it is elsewhere by now, was replaced, or is approved by whoever entered it. */
export async function moveAccount(
  context: Context,
  { id, to, only_from }: { id: string; to: RefundAccountState; only_from?: RefundAccountState },
  change: AccountChange = {}
): Promise<RefundAccount | null> {
  const from = Object.entries(refundAccountTransitions)
    .filter(([state, next]) => next.includes(to) && (!only_from || state === only_from))
    .map(([state]) => state)
  const [row] = await queryRows<Row>(
    context,
    `update gateway_refund_account
     set state = ?, approved_by = coalesce(?, approved_by), posted_at = coalesce(?, posted_at), last_error = ?, updated_at = now()
     where id = ? and replaced_at is null and entered_by is distinct from ? and state in (${from.map(() => "?").join(", ")}) returning ${COLUMNS}`,
    [
      to,
      change.approved_by ?? null,
      change.posted_at ?? null,
      change.last_error ?? null,
      id,
      change.approved_by ?? null,
      ...from,
    ]
  )

  return row ? toAccount(row) : null
}

/** Accounts of which the gateway has still to be told, or may have been, the longest untouched first. */
export async function openAccounts(
  context: Context,
  { before, gateways, limit }: { before: Date; gateways: string[]; limit: number }
): Promise<RefundAccount[]> {
  const rows = await queryRows<Row>(
    context,
    `update gateway_refund_account set updated_at = now() where id in (
       select a.id from gateway_refund_account a join gateway_refund r on r.id = a.refund_id
       where a.replaced_at is null and a.updated_at <= ? and r.gateway = any (?::text[])
         and (a.state in ('sending', 'unknown') or (a.state = 'ready' and r.state = 'needs_attention'))
       order by a.updated_at limit ? for update of a skip locked)
     returning ${COLUMNS}`,
    [before, `{${gateways.map((name) => JSON.stringify(name)).join(",")}}`, limit]
  )

  return rows.map(toAccount)
}
