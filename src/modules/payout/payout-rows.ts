import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import { canMove, type PayoutState } from "./domain/state"
import type { OpenPayoutInput, PayoutRecord } from "./types"

// Raw SQL because each change is conditional on the row's own state.

type PayoutRow = Omit<PayoutRecord, "amount_minor" | "fee_minor" | "posted_at"> & {
  amount_minor: string
  fee_minor: string
  posted_at: Date | string | null
}

const COLUMNS = `id, vendor_id, currency_code, amount_minor::text as amount_minor, fee_minor::text as fee_minor, state, origin, rail, reference,
  bank_account_id, requested_by, posted_at, post_count`

/** Null when its period, its retry or an open request of the vendor has a payout already. */
export async function insertPayout(context: Context, input: OpenPayoutInput): Promise<PayoutRecord | null> {
  const rows = await queryRows<PayoutRow>(
    context,
    `insert into payout (id, vendor_id, currency_code, amount_minor, fee_minor, state, origin, period, retry_of, rail,
       reference, bank_account_id, bank_name, account_last4, requested_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict do nothing returning ${COLUMNS}`,
    [
      generateEntityId("", "pout"),
      input.vendor_id,
      input.currency_code,
      String(input.amount_minor),
      String(input.fee_minor),
      input.needs_approval ? "awaiting_approval" : "ready",
      input.origin,
      input.period,
      input.retry_of,
      input.rail,
      newReference(),
      input.account.id,
      input.account.bank_name,
      input.account.account_last4,
      input.requested_by,
    ]
  )

  return rows[0] ? toRecord(rows[0]) : null
}

/** What every rail takes as a reference: a ULID in small letters, marked as a payout's. */
const newReference = () => `po-${generateEntityId().toLowerCase()}`

export async function lockPayout(context: Context, id: string): Promise<PayoutRecord | null> {
  const [row] = await queryRows<PayoutRow>(context, `select ${COLUMNS} from payout where id = ? for update`, [
    id,
  ])

  return row ? toRecord(row) : null
}

export async function findPayout(context: Context, id: string): Promise<PayoutRecord | null> {
  const [row] = await queryRows<PayoutRow>(context, `select ${COLUMNS} from payout where id = ?`, [id])

  return row ? toRecord(row) : null
}

export async function findByReference(context: Context, reference: string): Promise<PayoutRecord | null> {
  const [row] = await queryRows<PayoutRow>(context, `select ${COLUMNS} from payout where reference = ?`, [
    reference,
  ])

  return row ? toRecord(row) : null
}

export type PayoutChange = Partial<
  Record<"reason" | "last_error" | "rail_id" | "rejected_by" | "marked_by", string | null> &
    Record<"paid_at" | "checked_at", Date | null>
>

/** Moves a row that the caller has locked, along the table of states. @throws RangeError for a move that is not in it */
export async function movePayout(
  context: Context,
  { id, state }: Pick<PayoutRecord, "id" | "state">,
  to: PayoutState,
  change: PayoutChange = {}
): Promise<void> {
  if (!canMove(state, to)) {
    throw new RangeError(`Payout ${id} is ${state} and cannot become ${to}`)
  }
  await savePayout(context, id, { ...change, state: to })
}

export async function savePayout(
  context: Context,
  id: string,
  change: PayoutChange & { state?: PayoutState }
): Promise<void> {
  const names = Object.keys(change).filter((name) => change[name as keyof typeof change] !== undefined)
  await queryRows(
    context,
    `update payout set ${names.map((name) => `${name} = ?, `).join("")} updated_at = now() where id = ?`,
    [...names.map((name) => change[name as keyof typeof change]), id]
  )
}

/**
 * Lets a payout go, if it is somebody else who asked for it: the condition stands in the statement, so that neither a
 * race nor another way to this method gets around it.
 */
export async function approvePayout(
  context: Context,
  { id, by }: { id: string; by: string },
  now: Date
): Promise<PayoutRecord | null> {
  const rows = await queryRows<PayoutRow>(
    context,
    `update payout set state = 'ready', approved_by = ?, approved_at = ?, updated_at = now()
     where id = ? and state = 'awaiting_approval' and requested_by is distinct from ?
     returning ${COLUMNS}`,
    [by, now, id, by]
  )

  return rows[0] ? toRecord(rows[0]) : null
}

/** Takes a payout to the rail; null when another run has it, or it is not to be posted. */
export async function claimPayout(context: Context, id: string, now: Date): Promise<PayoutRecord | null> {
  const rows = await queryRows<PayoutRow>(
    context,
    `update payout set state = 'posting', posted_at = ?, post_count = post_count + 1, updated_at = now()
     where id = ? and state = 'ready' returning ${COLUMNS}`,
    [now, id]
  )

  return rows[0] ? toRecord(rows[0]) : null
}

/**
 * Takes a payout that is claimed to the rail once more; false when the claim is lost: it was set back, whatever became of it then.
 * Whoever looks the payout up counts from now on.
 */
export async function renewClaim(
  context: Context,
  { id, post_count }: Pick<PayoutRecord, "id" | "post_count">,
  now: Date
): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update payout set posted_at = ?, updated_at = now()
     where id = ? and state in ('posting', 'unknown') and post_count = ? returning id`,
    [now, id, post_count]
  )

  return rows.length > 0
}

/** The next payouts to be posted, the oldest first. */
export async function readyAfter(
  context: Context,
  { after, take }: { after: string | null; take: number }
): Promise<PayoutRecord[]> {
  const rows = await queryRows<PayoutRow>(
    context,
    `select ${COLUMNS} from payout where state = 'ready' and (?::text is null or id > ?) order by id limit ?`,
    [after, after, take]
  )

  return rows.map(toRecord)
}

/**
 * Payouts that a rail has to be asked about, the longest unasked first, marked as asked: those whose call was interrupted,
 * whatever the rail; of rails that can be asked, also those without a final word, and for a while, once a day, those that
 * were paid and may come back.
 */
export async function takeUnsettled(
  context: Context,
  input: {
    now: Date
    posted_before: Date
    paid_after: Date
    checked_before: Date
    rails: string[]
    limit: number
  }
): Promise<PayoutRecord[]> {
  const rows = await queryRows<PayoutRow>(
    context,
    `with due as (
       select id from payout
       where (state in ('posting', 'unknown') and posted_at <= ?)
         or (rail in (${input.rails.map(() => "?").join(", ") || "null"}) and (
           (state in ('pending', 'needs_otp') and posted_at <= ?)
           or (state = 'paid' and paid_at > ? and coalesce(checked_at, paid_at) <= ?)))
       order by checked_at nulls first, created_at, id limit ? for update skip locked)
     update payout set checked_at = ? from due where payout.id = due.id returning ${COLUMNS.replace("id,", "payout.id,")}`,
    [
      input.posted_before,
      ...input.rails,
      input.posted_before,
      input.paid_after,
      input.checked_before,
      input.limit,
      input.now,
    ]
  )

  return rows.map(toRecord)
}

/** Puts payouts that wait for the bank's file into one; each is in one file for ever. */
export async function fillBatch(
  context: Context,
  input: { batch: string; rails: string[]; currency_code: string; fill_with: string[] }
): Promise<void> {
  await queryRows(
    context,
    `update payout set batch = ?, updated_at = now() where id in (
       select id from payout where state = 'pending' and batch is null and currency_code = ?
         and rail in (${input.rails.map(() => "?").join(", ") || "null"})
         and id in (select jsonb_array_elements_text(?::jsonb))
       order by id for update skip locked)`,
    [input.batch, input.currency_code, ...input.rails, JSON.stringify(input.fill_with)]
  )
}

/** What the bank still has to pay of a file: what somebody has marked must not be handed to it again. */
export async function findBatch(
  context: Context,
  input: { batch: string; currency_code: string }
): Promise<PayoutRecord[]> {
  const rows = await queryRows<PayoutRow>(
    context,
    `select ${COLUMNS} from payout where batch = ? and currency_code = ? and state = 'pending' order by id`,
    [input.batch, input.currency_code]
  )

  return rows.map(toRecord)
}

const toRecord = ({ amount_minor, fee_minor, posted_at, ...row }: PayoutRow): PayoutRecord => ({
  ...row,
  amount_minor: BigInt(amount_minor),
  fee_minor: BigInt(fee_minor),
  posted_at: posted_at === null ? null : new Date(posted_at),
})
