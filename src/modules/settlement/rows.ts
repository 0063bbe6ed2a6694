import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import type { GatewayBalance, GatewaySettlement, GatewayTopUp } from "../../lib/gateway-settlement"
import { insertRows, queryRows } from "../../lib/sql"
import type { Explanation, MatchedItem } from "./domain/explain"
import type { HeldBalance, OddSettlement, SettlementItem } from "./types"

export type OfSettlement = { id: string; gateway: string; currency_code: string; settled_at: Date }

// Raw SQL for ON CONFLICT and row locks, which the generated methods lack.

/** What is known of a settlement, locked; null when it is new. */
export async function lockSettlement(
  context: Context,
  gateway: string,
  id: string
): Promise<{ id: string; is_booked: boolean } | null> {
  const [row] = await queryRows<{ id: string; is_booked: boolean }>(
    context,
    `select id, booked_at is not null as is_booked from gateway_settlement
     where gateway = ? and gateway_settlement_id = ? for update`,
    [gateway, id]
  )

  return row ?? null
}

/** Writes what the gateway says now; one that is booked stays as it is. */
export async function saveSettlement(
  context: Context,
  gateway: string,
  settlement: GatewaySettlement
): Promise<{ id: string } | null> {
  const { duty_minor: _, ...told } = settlement
  const row = {
    id: generateEntityId("", "gset"),
    gateway,
    ...told,
    gross_minor: String(told.gross_minor),
    fee_minor: String(told.fee_minor),
    deductions_minor: String(told.deductions_minor),
    net_minor: String(told.net_minor),
  }
  const [saved] = await insertRows<{ id: string }>(
    context,
    "gateway_settlement",
    [row],
    `on conflict (gateway, gateway_settlement_id) do update set gross_minor = excluded.gross_minor,
       fee_minor = excluded.fee_minor, deductions_minor = excluded.deductions_minor, net_minor = excluded.net_minor,
       goes_to = excluded.goes_to, is_final = excluded.is_final, settled_at = excluded.settled_at, updated_at = now()
     where gateway_settlement.booked_at is null returning id`
  )

  return saved ?? null
}

export async function replaceItems(
  context: Context,
  of: { settlement_id: string; gateway: string },
  items: MatchedItem[]
): Promise<void> {
  await queryRows(context, `delete from gateway_settlement_item where settlement_id = ?`, [of.settlement_id])
  for (let start = 0; start < items.length; start += 500) {
    await insertRows(
      context,
      "gateway_settlement_item",
      items.slice(start, start + 500).map((item) => ({
        ...of,
        gateway_id: item.gateway_id,
        reference: item.reference,
        amount_minor: String(item.amount_minor),
        net_minor: String(item.net_minor),
        expected_minor: item.expected_minor === null ? null : String(item.expected_minor),
        state: item.state,
        split_minor: item.split_minor === undefined ? null : String(item.split_minor),
      }))
    )
  }
}

/**
 * What other settlements have paid for of what went back to buyers, whether or not anything was left to be paid out: up to
 * the settlement's own time, and up to that of each later one that has paid for something.
 */
export async function takenByOthers(
  context: Context,
  { id, gateway, currency_code, settled_at }: OfSettlement
): Promise<{ at: Date; taken_minor: bigint }[]> {
  const rows = await queryRows<{ at: Date; taken_minor: string }>(
    context,
    `with others as (
       select settled_at, refund_minor from gateway_settlement
       where gateway = ? and currency_code = ? and id <> ? and refund_minor > 0
     ),
     times as (select ?::timestamptz as at union select settled_at from others where settled_at > ?)
     select at, (select coalesce(sum(refund_minor), 0) from others where settled_at <= at)::text as taken_minor from times`,
    [gateway, currency_code, id, settled_at, settled_at]
  )

  return rows.map(({ at, taken_minor }) => ({ at: new Date(at), taken_minor: BigInt(taken_minor) }))
}

export async function saveExplained(
  context: Context,
  id: string,
  explained: Explanation,
  booked_at: Date | null
): Promise<void> {
  await queryRows(
    context,
    `update gateway_settlement set refund_minor = ?, duty_minor = ?, unexplained_minor = ?, booked_at = ?, updated_at = now()
     where id = ?`,
    [
      String(explained.refund_minor),
      String(explained.duty_minor + explained.duty_in_fees_minor),
      String(explained.unexplained_minor),
      booked_at,
      id,
    ]
  )
}

type Unexplained = OfSettlement & { refund_minor: bigint; unexplained_minor: bigint }

/** Booked settlements since then of which something is missing and nobody can say why, locked, the oldest first. */
export async function lockUnexplained(
  context: Context,
  gateway: string,
  since: Date
): Promise<Unexplained[]> {
  const rows = await queryRows<OfSettlement & Record<"refund_minor" | "unexplained_minor", string>>(
    context,
    `select id, gateway, currency_code, settled_at, refund_minor::text as refund_minor,
       unexplained_minor::text as unexplained_minor
     from gateway_settlement
     where gateway = ? and settled_at >= ? and booked_at is not null and unexplained_minor > 0
     order by settled_at, id for update`,
    [gateway, since]
  )

  return rows.map((row) => ({
    ...row,
    settled_at: new Date(row.settled_at),
    refund_minor: BigInt(row.refund_minor),
    unexplained_minor: BigInt(row.unexplained_minor),
  }))
}

/** So much of what was missing has gone back to buyers. */
export async function explainMore(context: Context, id: string, amount: bigint): Promise<void> {
  await queryRows(
    context,
    `update gateway_settlement
     set refund_minor = refund_minor + ?, unexplained_minor = unexplained_minor - ?, updated_at = now() where id = ?`,
    [String(amount), String(amount), id]
  )
}

/** False for one that is known. */
export async function insertTopUp(context: Context, gateway: string, topUp: GatewayTopUp): Promise<boolean> {
  const rows = await insertRows(
    context,
    "gateway_top_up",
    [{ gateway, ...topUp, amount_minor: String(topUp.amount_minor) }],
    "on conflict do nothing returning gateway"
  )

  return rows.length > 0
}

export async function saveBalances(
  context: Context,
  gateway: string,
  balances: GatewayBalance[],
  read_at: Date
): Promise<void> {
  await insertRows(
    context,
    "gateway_balance",
    balances.map(({ currency_code, balance_minor }) => ({
      gateway,
      currency_code,
      balance_minor: String(balance_minor),
      read_at,
    })),
    `on conflict (gateway, currency_code) do update set balance_minor = excluded.balance_minor, read_at = excluded.read_at,
       updated_at = now()`
  )
}

export async function listBalances(context: Context): Promise<HeldBalance[]> {
  const rows = await queryRows<Omit<HeldBalance, "balance_minor"> & { balance_minor: string }>(
    context,
    `select gateway, currency_code, balance_minor::text as balance_minor, read_at from gateway_balance
     order by gateway, currency_code`
  )

  return rows.map((row) => ({
    ...row,
    balance_minor: BigInt(row.balance_minor),
    read_at: new Date(row.read_at),
  }))
}

export async function readUntil(context: Context, gateway: string, name: string): Promise<Date | null> {
  const [row] = await queryRows<{ read_until: Date }>(
    context,
    `select read_until from gateway_cursor where gateway = ? and name = ?`,
    [gateway, name]
  )

  return row ? new Date(row.read_until) : null
}

export async function saveReadUntil(
  context: Context,
  gateway: string,
  name: string,
  read_until: Date
): Promise<void> {
  await insertRows(
    context,
    "gateway_cursor",
    [{ gateway, name, read_until }],
    `on conflict (gateway, name) do update set read_until = excluded.read_until, updated_at = now()`
  )
}

type ItemRow = Omit<SettlementItem, "amount_minor" | "net_minor" | "expected_minor" | "split_minor"> &
  Record<"amount_minor" | "net_minor", string> &
  Record<"expected_minor" | "split_minor", string | null>

export async function listItems(
  context: Context,
  choice: { references: string[] } | { odd_since: Date; limit: number }
): Promise<SettlementItem[]> {
  const isNamed = "references" in choice
  if (isNamed && !choice.references.length) {
    return []
  }
  const condition = isNamed
    ? `item.reference in (${choice.references.map(() => "?").join(", ")})`
    : `item.state <> 'matched' and settlement.settled_at >= ?`
  const rows = await queryRows<ItemRow>(
    context,
    `select settlement.gateway_settlement_id, settlement.currency_code, settlement.is_final, item.settlement_id,
       settlement.booked_at is not null and settlement.unexplained_minor = 0 as is_explained, item.split_minor::text as split_minor,
       item.gateway, item.reference, item.gateway_id, item.state, item.amount_minor::text as amount_minor,
       item.net_minor::text as net_minor, item.expected_minor::text as expected_minor
     from gateway_settlement_item as item join gateway_settlement as settlement on settlement.id = item.settlement_id
     where ${condition} order by settlement.settled_at, item.gateway_id limit ?`,
    isNamed ? [...choice.references, 10_000] : [choice.odd_since, choice.limit]
  )

  return rows.map((row) => ({
    ...row,
    amount_minor: BigInt(row.amount_minor),
    net_minor: BigInt(row.net_minor),
    expected_minor: row.expected_minor === null ? null : BigInt(row.expected_minor),
    split_minor: row.split_minor === null ? null : BigInt(row.split_minor),
  }))
}

/** Settlements of which something is not explained, and final ones that could not be booked. */
export async function listOdd(context: Context, since: Date, limit: number): Promise<OddSettlement[]> {
  const rows = await queryRows<
    Omit<OddSettlement, "net_minor" | "unexplained_minor"> & Record<"net_minor" | "unexplained_minor", string>
  >(
    context,
    `select gateway, gateway_settlement_id, currency_code, net_minor::text as net_minor,
       unexplained_minor::text as unexplained_minor, booked_at is not null as is_booked
     from gateway_settlement
     where settled_at >= ? and is_final and (unexplained_minor <> 0 or booked_at is null)
     order by settled_at, id limit ?`,
    [since, limit]
  )

  return rows.map((row) => ({
    ...row,
    net_minor: BigInt(row.net_minor),
    unexplained_minor: BigInt(row.unexplained_minor),
  }))
}
