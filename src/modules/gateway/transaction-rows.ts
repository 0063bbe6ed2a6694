import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import {
  CASH_GATEWAY,
  type Charge,
  type FurtherPayment,
  type GatewayTransaction,
  type OpenedTransaction,
  type OpenSessionTransactionInput,
} from "../../lib/gateway"
import { type FrozenShare, writeShares } from "../../lib/gateway-split"
import { queryRows } from "../../lib/sql"
import { nextCheck, nextState } from "./domain/transaction"
import { type TransactionRow, toTransaction } from "./rows"
import type { CashPaid } from "./types"

// Raw SQL because the generated methods have neither row locks nor ON CONFLICT.

async function one(context: Context, sql: string, values: unknown[]): Promise<GatewayTransaction | null> {
  const [row] = await queryRows<TransactionRow>(context, sql, values)

  return row ? toTransaction(row) : null
}

export function findByReference(context: Context, reference: string): Promise<GatewayTransaction | null> {
  return one(context, `select * from gateway_transaction where reference = ?`, [reference])
}

export function lockByReference(context: Context, reference: string): Promise<GatewayTransaction | null> {
  return one(context, `select * from gateway_transaction where reference = ? for update`, [reference])
}

export function findCurrent(context: Context, sessionId: string): Promise<GatewayTransaction | null> {
  return one(
    context,
    `select * from gateway_transaction where session_id = ? and superseded_at is null and deleted_at is null`,
    [sessionId]
  )
}

export function lockCurrent(context: Context, sessionId: string): Promise<GatewayTransaction | null> {
  return one(
    context,
    `select * from gateway_transaction where session_id = ? and superseded_at is null and deleted_at is null for update`,
    [sessionId]
  )
}

/** Null when a parallel call opened the session's transaction first. */
export function insertOpen(
  context: Context,
  input: OpenSessionTransactionInput
): Promise<GatewayTransaction | null> {
  const id = generateEntityId("", "gtx")

  return one(
    context,
    `insert into gateway_transaction (id, gateway, reference, session_id, amount_minor, currency_code, email, state, split)
     values (?, ?, ?, ?, ?, ?, ?, 'open', ?::jsonb) on conflict do nothing returning *`,
    [
      id,
      input.gateway,
      newReference(),
      input.session_id,
      String(input.amount_minor),
      input.currency_code,
      input.email,
      splitColumn(input.split),
    ]
  )
}

/**
 * A payment that came besides the one of its transaction. It belongs to no session, so that nothing takes it for what an
 * order was paid with, and it is superseded from the start. The page is the same, and so is what it pays to vendors.
 */
export async function insertFurther(
  context: Context,
  known: Pick<GatewayTransaction, "id" | "gateway" | "email" | "split">,
  further: FurtherPayment
): Promise<void> {
  await queryRows(
    context,
    `insert into gateway_transaction
       (id, gateway, reference, session_id, amount_minor, currency_code, email, state, superseded_at, split)
     values (?, ?, ?, ?, ?, ?, ?, 'open', now(), ?::jsonb) on conflict do nothing`,
    [
      generateEntityId("", "gtx"),
      known.gateway,
      further.reference,
      `further-of-${known.id}`,
      String(further.amount_minor),
      further.currency_code,
      known.email,
      splitColumn(known.split),
    ]
  )
}

/**
 * What was paid at the door for a session as a payment of its own, so that it goes back like every other. More of it may be
 * collected later, which raises what was paid; nothing lowers it.
 */
export async function upsertCash(context: Context, cash: CashPaid): Promise<string> {
  const reference = cashReference(cash.session_id)
  await queryRows(
    context,
    `insert into gateway_transaction (id, gateway, reference, session_id, amount_minor, currency_code, email, state, paid_minor,
       paid_currency_code, fee_minor, channel, paid_at, settled_at, outcome, superseded_at)
     values (?, ?, ?, ?, ?, ?, ?, 'paid', ?, ?, 0, 'cash', now(), now(), 'ordered', ?)
     on conflict (reference) do update set amount_minor = excluded.amount_minor, paid_minor = excluded.paid_minor, updated_at = now()
     where gateway_transaction.paid_minor < excluded.paid_minor`,
    [
      generateEntityId("", "gtx"),
      CASH_GATEWAY,
      reference,
      cash.session_id,
      String(cash.paid_minor),
      cash.currency_code,
      cash.email,
      String(cash.paid_minor),
      cash.currency_code,
      cash.is_beside ? new Date() : null,
    ]
  )

  return reference
}

export async function supersede(context: Context, id: string, now: Date): Promise<void> {
  await queryRows(
    context,
    `update gateway_transaction set superseded_at = coalesce(superseded_at, ?), updated_at = now() where id = ?`,
    [now, id]
  )
}

export async function markWithdrawn(context: Context, id: string, now: Date): Promise<void> {
  await queryRows(
    context,
    `update gateway_transaction set withdrawn_at = coalesce(withdrawn_at, ?), updated_at = now() where id = ?`,
    [now, id]
  )
}

export async function markRefused(context: Context, id: string): Promise<void> {
  await queryRows(
    context,
    `update gateway_transaction set state = 'refused', updated_at = now() where id = ? and state = 'open'`,
    [id]
  )
}

export async function saveOpened(context: Context, id: string, opened: OpenedTransaction): Promise<void> {
  await queryRows(
    context,
    `update gateway_transaction set redirect_url = ?, access_code = ?, updated_at = now() where id = ?`,
    [opened.redirect_url, opened.access_code, id]
  )
}

/** Stores what the gateway said. What was paid is written once and never changed by a later answer. */
export async function saveCharge(
  context: Context,
  transaction: GatewayTransaction,
  charge: Charge,
  now: Date
): Promise<GatewayTransaction> {
  const state = nextState(transaction.state, charge)
  const isFirstPayment = (state === "paid" || state === "reversed") && transaction.paid_minor === null
  const facts = isFirstPayment
    ? {
        paid_minor: String(charge.amount_minor),
        paid_currency_code: charge.currency_code,
        fee_minor: String(charge.fee_minor),
        gateway_id: charge.gateway_id,
        channel: charge.channel,
        // As PostgreSQL writes an array; the keys are base64url.
        card_keys: charge.card_keys ? `{${charge.card_keys.join(",")}}` : null,
        paid_at: charge.paid_at ?? now,
        // Whatever was decided while nothing was paid is open again.
        settled_at: null,
        next_check_at: now,
      }
    : {}
  const changes = { ...facts, state: state ?? transaction.state, checked_at: now }
  const columns = Object.entries(changes)
  const saved = await one(
    context,
    `update gateway_transaction set ${columns.map(([name]) => `${name} = ?`).join(", ")}, updated_at = now()
     where id = ? returning *`,
    [...columns.map(([, value]) => value), transaction.id]
  )

  return saved ?? transaction
}

/**
 * References of transactions to be brought to their end, the longest unlooked-at first. They count as looked at from now on,
 * so that those of a gateway that does not answer let others pass; those of one that was switched off wait until it is back.
 */
export async function takeUnsettled(
  context: Context,
  of: { gateways: string[]; created_before: Date; now: Date; limit: number }
): Promise<string[]> {
  const rows = await queryRows<{ reference: string }>(
    context,
    `with due as materialized (
       select id, reference, checked_at, created_at from gateway_transaction
       where settled_at is null and state <> 'refused' and next_check_at <= ? and created_at <= ? and deleted_at is null
         and gateway in (select jsonb_array_elements_text(?::jsonb))
       order by checked_at nulls first, created_at limit ? for update skip locked
     ), looked_at as (
       update gateway_transaction set checked_at = ? where id in (select id from due)
     )
     select reference from due order by checked_at nulls first, created_at`,
    [of.now, of.created_before, JSON.stringify(of.gateways), of.limit, of.now]
  )

  return rows.map(({ reference }) => reference)
}

/** Unpaid transactions are looked at again later; a payment that came meanwhile is not settled by an older word. */
export async function saveSettlement(
  context: Context,
  transaction: GatewayTransaction,
  outcome: string,
  now: Date
): Promise<void> {
  const nextCheckAt = transaction.paid_minor === null ? nextCheck(transaction.created_at, now) : null
  await queryRows(
    context,
    `update gateway_transaction
     set outcome = ?, settled_at = ?, next_check_at = coalesce(?, next_check_at), updated_at = now() where id = ?`,
    [outcome, nextCheckAt ? null : now, nextCheckAt, transaction.id]
  )
}

/** The gateway says that a payment is on its way: looked at again soon, or `expired` when that has taken too long. */
export async function saveWaiting(
  context: Context,
  transaction: GatewayTransaction,
  now: Date
): Promise<"waiting" | "expired"> {
  const nextCheckAt = nextCheck(transaction.created_at, now, true)
  const outcome = nextCheckAt ? "waiting" : "expired"
  await queryRows(
    context,
    `update gateway_transaction
     set outcome = ?, settled_at = ?, next_check_at = coalesce(?, next_check_at), updated_at = now()
     where id = ? and paid_minor is null`,
    [outcome, nextCheckAt ? null : now, nextCheckAt, transaction.id]
  )

  return outcome
}

/** Payments since then of which a part goes to vendors by itself, page by page. */
export async function splitPayments(
  context: Context,
  { gateway, since, after, take }: { gateway: string; since: Date; after: string; take: number }
): Promise<GatewayTransaction[]> {
  const rows = await queryRows<TransactionRow>(
    context,
    `select * from gateway_transaction
     where split is not null and gateway = ? and paid_at >= ? and id > ? and deleted_at is null order by id limit ?`,
    [gateway, since, after, take]
  )

  return rows.map(toTransaction)
}

const splitColumn = (split: FrozenShare[] = []) => (split.length ? JSON.stringify(writeShares(split)) : null)

const cashReference = (sessionId: string) => `cash-${sessionId}`

/** Letters, digits and a hyphen: what every gateway takes in a reference. */
function newReference(): string {
  return `mkt-${generateEntityId().toLowerCase()}`
}
