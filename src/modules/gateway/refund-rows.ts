import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type {
  BookedRefund,
  GatewayRefund,
  GatewayTransaction,
  RefundAttempt,
  RefundAttemptState,
  RequestRefundInput,
} from "../../lib/gateway"
import { queryRows } from "../../lib/sql"
import { EXECUTED_STATES, refundTransitions, UNSETTLED_STATES } from "./domain/refund"
import { type RefundRow, toAttempt } from "./rows"

// Raw SQL because each change is conditional on the row's own state.

export type Outcome = {
  state: RefundAttemptState
  gateway_refund_id?: string
  last_error?: string
  is_disowned?: boolean
  retry_at?: Date | null
}

export async function findOf(context: Context, reference: string): Promise<RefundAttempt[]> {
  const rows = await queryRows<RefundRow>(
    context,
    `select * from gateway_refund where reference = ? order by created_at, id`,
    [reference]
  )

  return rows.map(toAttempt)
}

export async function findFor(context: Context, keys: string[]): Promise<RefundAttempt[]> {
  if (!keys.length) {
    return []
  }
  const list = keys.map(() => "?").join(", ")
  const rows = await queryRows<RefundRow>(
    context,
    `with asked as (select id from gateway_refund where key in (${list}) or adopted_by_key in (${list}))
     select * from gateway_refund where id in (select id from asked) or root_id in (select id from asked)`,
    [...keys, ...keys]
  )

  return rows.map(toAttempt)
}

export async function findAttempt(context: Context, id: string): Promise<RefundAttempt | null> {
  const [row] = await queryRows<RefundRow>(context, `select * from gateway_refund where id = ?`, [id])

  return row ? toAttempt(row) : null
}

export async function insertRequested(
  context: Context,
  transaction: GatewayTransaction,
  input: RequestRefundInput,
  now: Date
): Promise<RefundAttempt> {
  const rows = await queryRows<RefundRow>(
    context,
    `insert into gateway_refund
       (id, transaction_id, gateway, reference, key, amount_minor, currency_code, reason, origin, state, posted_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'requested', ?) returning *`,
    [
      generateEntityId("", "grf"),
      transaction.id,
      transaction.gateway,
      transaction.reference,
      input.key,
      String(input.amount_minor),
      transaction.paid_currency_code ?? transaction.currency_code,
      input.reason ?? null,
      input.origin,
      now,
    ]
  )

  return only(rows)
}

export async function requestAgain(context: Context, id: string, now: Date): Promise<RefundAttempt> {
  const rows = await queryRows<RefundRow>(
    context,
    `update gateway_refund
     set state = 'requested', posted_at = ?, is_disowned = false, last_error = null, updated_at = now()
     where id = ? and state = 'not_executed' returning *`,
    [now, id]
  )

  return only(rows)
}

/** Its caller knows of it. */
export async function answerWith(context: Context, id: string): Promise<RefundAttempt> {
  const rows = await queryRows<RefundRow>(
    context,
    `update gateway_refund set is_disowned = false, updated_at = now() where id = ? returning *`,
    [id]
  )

  return only(rows)
}

/**
 * Of a payment that is over nobody asks for a refund any more: one that the gateway cannot make after all is tried again from here
 * on, also where it has failed by now and none has taken its place.
 */
export async function takeOn(context: Context, reference: string): Promise<void> {
  const executed = EXECUTED_STATES.map(() => "?").join(", ")
  await queryRows(
    context,
    `update gateway_refund g set is_disowned = false, updated_at = now()
     where g.reference = ? and g.is_disowned and (
       g.state in (${executed})
       or (g.state = 'failed' and not exists (
         select 1 from gateway_refund o where o.reference = g.reference and o.state in (${executed}))))`,
    [reference, ...EXECUTED_STATES, ...EXECUTED_STATES]
  )
}

export async function adoptFor(context: Context, id: string, key: string): Promise<RefundAttempt> {
  const rows = await queryRows<RefundRow>(
    context,
    `update gateway_refund set adopted_by_key = ?, is_disowned = false, updated_at = now() where id = ? returning *`,
    [key, id]
  )

  return only(rows)
}

/** Moves an attempt along the table of transitions; an outcome that came too late to matter changes nothing. */
export async function saveOutcome(
  context: Context,
  id: string,
  outcome: Outcome,
  now: Date
): Promise<RefundAttempt> {
  const from = Object.entries(refundTransitions)
    .filter(([state, next]) => next.includes(outcome.state) || state === outcome.state)
    .map(([state]) => state)
  const rows = await queryRows<RefundRow>(
    context,
    `update gateway_refund
     set state = ?, gateway_refund_id = coalesce(?, gateway_refund_id), last_error = coalesce(?, last_error),
       is_disowned = coalesce(?, is_disowned), retry_at = ?, checked_at = ?, updated_at = now()
     where id = ? and state in (${from.map(() => "?").join(", ")}) returning *`,
    [
      outcome.state,
      outcome.gateway_refund_id ?? null,
      outcome.last_error?.slice(0, 500) ?? null,
      outcome.is_disowned ?? null,
      outcome.retry_at ?? null,
      now,
      id,
      ...from,
    ]
  )
  if (rows[0]) {
    return toAttempt(rows[0])
  }

  return only(await queryRows<RefundRow>(context, `select * from gateway_refund where id = ?`, [id]))
}

/** Takes the attempts that the gateway still has to settle, the longest unlooked-at first. */
export async function takeUnsettled(
  context: Context,
  choice: { posted_before: Date; limit: number; reference?: string },
  now: Date
): Promise<RefundAttempt[]> {
  const states = [...UNSETTLED_STATES]
  const reference = choice.reference ?? null
  const rows = await queryRows<RefundRow>(
    context,
    `update gateway_refund set checked_at = ? where id in (
       select id from gateway_refund
       where state in (${states.map(() => "?").join(", ")}) and (state <> 'requested' or posted_at <= ?)
         and (?::text is null or reference = ?)
       order by checked_at nulls first, posted_at limit ? for update skip locked)
     returning *`,
    [now, ...states, choice.posted_before, reference, reference, choice.limit]
  )

  return rows.map(toAttempt)
}

/** References of transactions with refunds that the books do not reflect, the longest made first. */
export async function findUnbooked(context: Context, limit: number): Promise<string[]> {
  const rows = await queryRows<{ reference: string }>(
    context,
    `select reference from gateway_refund
     where (booked is null and state in ('pending', 'needs_attention', 'processed'))
       or (booked = 'given' and state = 'failed')
     order by posted_at limit ?`,
    [limit]
  )

  return [...new Set(rows.map(({ reference }) => reference))]
}

export async function saveBooked(context: Context, id: string, booked: BookedRefund): Promise<void> {
  await queryRows(context, `update gateway_refund set booked = ?, updated_at = now() where id = ?`, [
    booked,
    id,
  ])
}

/** What the gateway's answer means for an attempt; a refund of another amount is for people to look at. */
export function outcomeOf(attempt: RefundAttempt, found: GatewayRefund): Outcome {
  if (found.amount_minor !== attempt.amount_minor) {
    return {
      state: "needs_attention",
      gateway_refund_id: found.gateway_refund_id,
      last_error: `The gateway refunded ${found.amount_minor} minor units instead of ${attempt.amount_minor}.`,
    }
  }

  return { state: found.state, gateway_refund_id: found.gateway_refund_id }
}

export function only(rows: RefundRow[]): RefundAttempt {
  const [row] = rows
  if (!row) {
    throw new RangeError("The refund attempt is gone or was moved under the transaction's lock")
  }

  return toAttempt(row)
}
