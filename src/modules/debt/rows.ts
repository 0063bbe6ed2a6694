import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import { boundVendor } from "../../lib/vendor-scope"
import type { DebtRecord, RequestWriteOffInput, WriteOffRecord, WriteOffState } from "./types"

// Raw SQL because each change is conditional on the row's own state.

type WriteOffRow = Omit<WriteOffRecord, "amount_minor" | "decided_at" | "created_at"> & {
  amount_minor: string
  decided_at: Date | string | null
  created_at: Date | string
}

const COLUMNS = `id, vendor_id, currency_code, amount_minor::text as amount_minor, state, reason, requested_by, decided_by,
  decided_at, created_at`

const fromRow = (row: WriteOffRow): WriteOffRecord => ({
  ...row,
  amount_minor: BigInt(row.amount_minor),
  decided_at: row.decided_at ? new Date(row.decided_at) : null,
  created_at: new Date(row.created_at),
})

/** Null when one is open already. */
export async function insertWriteOff(
  context: Context,
  input: RequestWriteOffInput
): Promise<WriteOffRecord | null> {
  const [row] = await queryRows<WriteOffRow>(
    context,
    `insert into write_off (id, vendor_id, currency_code, amount_minor, reason, requested_by) values (?, ?, ?, ?, ?, ?)
     on conflict do nothing returning ${COLUMNS}`,
    [
      generateEntityId("", "woff"),
      boundVendor(input.vendor_id),
      input.currency_code,
      String(input.amount_minor),
      input.reason,
      input.requested_by,
    ]
  )

  return row ? fromRow(row) : null
}

export async function findWriteOff(context: Context, id: string): Promise<WriteOffRecord | null> {
  const [row] = await queryRows<WriteOffRow>(context, `select ${COLUMNS} from write_off where id = ?`, [id])

  return row ? fromRow(row) : null
}

/** Null when it is decided already, or when whoever approves it has asked for it. */
export async function decideWriteOff(
  context: Context,
  { id, to, by }: { id: string; to: Exclude<WriteOffState, "requested">; by: string }
): Promise<WriteOffRecord | null> {
  const [row] = await queryRows<WriteOffRow>(
    context,
    `update write_off set state = ?, decided_by = ?, decided_at = now(), updated_at = now()
     where id = ? and state = 'requested' and (? = 'rejected' or requested_by <> ?) returning ${COLUMNS}`,
    [to, by, id, to, by]
  )

  return row ? fromRow(row) : null
}

export async function pageOfWriteOffs(
  context: Context,
  { take, skip }: { take: number; skip: number }
): Promise<{ write_offs: WriteOffRecord[]; count: number }> {
  const rows = await queryRows<WriteOffRow>(
    context,
    `select ${COLUMNS} from write_off order by created_at desc, id desc limit ? offset ?`,
    [take, skip]
  )
  const [{ count } = { count: 0 }] = await queryRows<{ count: number }>(
    context,
    `select count(*)::int as count from write_off`
  )

  return { write_offs: rows.map(fromRow), count }
}

/** Notes that a shop owes something now, or still does. */
export async function seeDebt(
  context: Context,
  { vendor_id, currency_code, now }: { vendor_id: string; currency_code: string; now: Date }
): Promise<DebtRecord> {
  const [row] = await queryRows<DebtRecord>(
    context,
    `insert into debt (id, vendor_id, currency_code, since, seen_at) values (?, ?, ?, ?, ?)
     on conflict (vendor_id, currency_code) do update set seen_at = greatest(debt.seen_at, excluded.seen_at)
     returning vendor_id, currency_code, since, reminded_at, reminders,
       (select max(i.closed_at) from debt_invoice i where i.vendor_id = debt.vendor_id
          and i.currency_code = debt.currency_code and i.state = 'canceled') as canceled_at`,
    [generateEntityId("", "debt"), boundVendor(vendor_id), currency_code, now, now]
  )
  if (!row) {
    throw new RangeError(`The debt of ${vendor_id} was neither written nor found`)
  }

  return {
    ...row,
    since: new Date(row.since),
    reminded_at: row.reminded_at ? new Date(row.reminded_at) : null,
    canceled_at: row.canceled_at ? new Date(row.canceled_at) : null,
  }
}

export async function noteReminder(
  context: Context,
  { vendor_id, currency_code, now }: { vendor_id: string; currency_code: string; now: Date }
): Promise<void> {
  await queryRows(
    context,
    `update debt set reminded_at = ?, reminders = reminders + 1, updated_at = now()
     where vendor_id = ? and currency_code = ?`,
    [now, boundVendor(vendor_id), currency_code]
  )
}

/** Forgets what a run that saw every debt has not seen. */
export async function forgetUnseen(context: Context, seen_before: Date): Promise<void> {
  await queryRows(context, `delete from debt where seen_at < ?`, [seen_before])
}
