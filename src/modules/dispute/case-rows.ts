import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { type DisputeState, isOver } from "../../lib/dispute-states"
import { FROZEN_AMOUNTS } from "../../lib/frozen-amounts"
import { insertRows, queryRows } from "../../lib/sql"
import { HOLDING_STATES } from "./domain/state"
import type {
  CaseFilters,
  CaseItem,
  CasePage,
  CaseShare,
  DisputeCase,
  MoveCaseInput,
  OpenCaseInput,
  StoredShare,
} from "./types"

// Raw SQL because the generated methods have neither row locks nor ON CONFLICT, and cannot filter by another table.

const AMOUNTS = ["claimed_minor", "refund_minor", "fee_minor"] as const
const SHARE_AMOUNTS = ["amount_minor", ...FROZEN_AMOUNTS] as const

type Row<Type, Amount extends keyof Type> = Omit<Type, Amount> & Record<Amount, string | null>

type CaseRow = Row<DisputeCase, (typeof AMOUNTS)[number]>
type ShareRow = Row<StoredShare, (typeof SHARE_AMOUNTS)[number]>

const TIMES = ["due_at", "act_at", "submitted_at", "called_at", "closed_at", "created_at"] as const

/** The driver hands amounts out as texts, which keep every digit, and times as dates or texts. */
function toCase(row: CaseRow): DisputeCase {
  const amounts = AMOUNTS.map((name) => [name, row[name] === null ? null : BigInt(row[name])])
  const times = TIMES.map((name) => [name, row[name] && new Date(row[name])])

  // Both records are made from the very lists of names that the type leaves out.
  return { ...row, ...Object.fromEntries([...amounts, ...times]) } as DisputeCase
}

function toShare(row: ShareRow): StoredShare {
  const amounts = SHARE_AMOUNTS.map((name) => [name, BigInt(row[name] ?? 0)])

  return { ...row, ...Object.fromEntries(amounts) } as StoredShare
}

/** Null when the gateway's dispute has its case already. */
export async function insertCase(context: Context, input: OpenCaseInput): Promise<DisputeCase | null> {
  const [row] = await insertRows<CaseRow>(
    context,
    "dispute",
    [
      {
        id: generateEntityId("", "disp"),
        kind: input.kind,
        state: "open",
        order_id: input.order_id,
        currency_code: input.currency_code,
        claimed_minor: String(input.claimed_minor),
        gateway: input.gateway ?? null,
        gateway_dispute_id: input.gateway_dispute_id ?? null,
        reference: input.reference ?? null,
        reason: input.reason,
        opened_by: input.opened_by,
        due_at: input.due_at,
        act_at: input.act_at,
      },
    ],
    "on conflict do nothing returning *"
  )

  return row ? toCase(row) : null
}

export async function insertShares(
  context: Context,
  disputeId: string,
  { shares, items }: { shares: CaseShare[]; items: CaseItem[] }
): Promise<void> {
  await insertRows(
    context,
    "dispute_share",
    shares.map((share) => ({
      id: generateEntityId("", "dshr"),
      dispute_id: disputeId,
      vendor_order_id: share.vendor_order_id,
      vendor_id: share.vendor_id,
      ...Object.fromEntries(SHARE_AMOUNTS.map((name) => [name, String(share[name])])),
    }))
  )
  await insertRows(
    context,
    "dispute_item",
    items.map((item) => ({ id: generateEntityId("", "ditm"), dispute_id: disputeId, ...item }))
  )
}

/** What a case holds is worked out anew; who has accepted has to say so again. */
export async function replaceShares(
  context: Context,
  disputeId: string,
  holdNumber: number,
  frozen: { shares: CaseShare[]; items: CaseItem[] }
): Promise<void> {
  await queryRows(context, `delete from dispute_share where dispute_id = ?`, [disputeId])
  await queryRows(context, `delete from dispute_item where dispute_id = ?`, [disputeId])
  await queryRows(context, `update dispute set hold_number = ?, updated_at = now() where id = ?`, [
    holdNumber,
    disputeId,
  ])
  await insertShares(context, disputeId, frozen)
}

export async function insertTransition(
  context: Context,
  row: {
    dispute_id: string
    from_state: DisputeState | null
    to_state: DisputeState
    actor: string
    reason: string | null
  }
): Promise<void> {
  await insertRows(context, "dispute_transition", [{ id: generateEntityId("", "dtrn"), ...row }])
}

export async function findCase(context: Context, id: string): Promise<DisputeCase | null> {
  const [row] = await queryRows<CaseRow>(context, `select * from dispute where id = ?`, [id])

  return row ? toCase(row) : null
}

export async function lockCase(context: Context, id: string): Promise<DisputeCase | null> {
  const [row] = await queryRows<CaseRow>(context, `select * from dispute where id = ? for update`, [id])

  return row ? toCase(row) : null
}

export async function findOfGateway(
  context: Context,
  gateway: string,
  gatewayDisputeId: string
): Promise<DisputeCase | null> {
  const [row] = await queryRows<CaseRow>(
    context,
    `select * from dispute where gateway = ? and gateway_dispute_id = ?`,
    [gateway, gatewayDisputeId]
  )

  return row ? toCase(row) : null
}

/** What cases hold, by vendor order. */
export async function sharesOf(
  context: Context,
  disputeIds: string[]
): Promise<(StoredShare & { dispute_id: string })[]> {
  if (!disputeIds.length) {
    return []
  }
  const rows = await queryRows<ShareRow & { dispute_id: string }>(
    context,
    `select * from dispute_share where dispute_id in (${disputeIds.map(() => "?").join(", ")})
     order by vendor_order_id`,
    disputeIds
  )

  return rows.map((row) => ({ ...toShare(row), dispute_id: row.dispute_id }))
}

const STATES_HOLDING = HOLDING_STATES.map((state) => `'${state}'`).join(", ")

/** What open cases hold of the parts of an order. */
export async function heldOfOrder(
  context: Context,
  orderId: string
): Promise<(StoredShare & { dispute_id: string; kind: string })[]> {
  const rows = await queryRows<ShareRow & { dispute_id: string; kind: string }>(
    context,
    `select s.*, d.kind from dispute_share s join dispute d on d.id = s.dispute_id
     where d.order_id = ? and d.state in (${STATES_HOLDING})`,
    [orderId]
  )

  return rows.map((row) => ({ ...toShare(row), dispute_id: row.dispute_id, kind: row.kind }))
}

export async function openCasesOfOrder(context: Context, orderId: string): Promise<DisputeCase[]> {
  const rows = await queryRows<CaseRow>(
    context,
    `select * from dispute where order_id = ? and state in (${STATES_HOLDING}) order by created_at, id`,
    [orderId]
  )

  return rows.map(toCase)
}

/** Cases that something has to be done about, or asked about, after one of them. */
export async function casesToFollow(
  context: Context,
  { after, take }: { after: string; take: number }
): Promise<DisputeCase[]> {
  const rows = await queryRows<CaseRow>(
    context,
    `select * from dispute where state in (${STATES_HOLDING}) and id > ? order by id limit ?`,
    [after, take]
  )

  return rows.map(toCase)
}

export async function saveMove(
  context: Context,
  { id, to, changes = {} }: MoveCaseInput,
  now: Date
): Promise<DisputeCase> {
  const columns = Object.entries({ ...changes, state: to, ...(isOver(to) ? { closed_at: now } : {}) })
  const [row] = await queryRows<CaseRow>(
    context,
    `update dispute set ${columns.map(([name]) => `${name} = ?`).join(", ")}, updated_at = now()
     where id = ? returning *`,
    [...columns.map(([, value]) => (typeof value === "bigint" ? String(value) : value)), id]
  )
  if (!row) {
    throw new RangeError("The case that was locked a moment ago is gone")
  }

  return toCase(row)
}

/** A page of cases; of one shop's where its id is given. */
export async function pageOfCases(
  context: Context,
  filters: CaseFilters,
  page: CasePage
): Promise<{ disputes: DisputeCase[]; count: number }> {
  const { where, values } = conditions(filters)
  const direction = page.is_ascending ? "asc" : "desc"
  // In a case that is not open any more nothing is due from anybody here, whenever it was.
  const first = page.sort === "due_at" ? "(d.state = 'open') desc, " : ""
  const [counted] = await queryRows<{ count: string }>(
    context,
    `select count(*) as count from dispute d where ${where}`,
    values
  )
  const rows = await queryRows<CaseRow>(
    context,
    `select d.* from dispute d where ${where}
     order by ${first}d.${page.sort} ${direction}, d.id ${direction} limit ? offset ?`,
    [...values, page.take, page.skip]
  )

  return { disputes: rows.map(toCase), count: Number(counted?.count ?? 0) }
}

const among = (column: string, values: string[]) => ({
  sql: values.length ? `${column} in (${values.map(() => "?").join(", ")})` : "false",
  values,
})

function conditions(filters: CaseFilters): { where: string; values: unknown[] } {
  const parts: { sql: string; values: unknown[] }[] = [{ sql: "d.deleted_at is null", values: [] }]
  const add = (sql: string, value: unknown) => {
    if (value !== undefined) {
      parts.push({ sql, values: [value] })
    }
  }
  add(
    "exists (select 1 from dispute_share s where s.dispute_id = d.id and s.vendor_id = ?)",
    filters.vendor_id
  )
  if (filters.vendor_order_id !== undefined) {
    // In one share with the shop: an order's id of another shop's finds nothing.
    parts.push({
      sql: "exists (select 1 from dispute_share s where s.dispute_id = d.id and s.vendor_id = ? and s.vendor_order_id = ?)",
      values: [filters.vendor_id ?? null, filters.vendor_order_id],
    })
  }
  // Medusa cannot filter by a record of another module.
  add(
    `exists (select 1 from "order" o where o.id = d.order_id and o.customer_id = ? and o.deleted_at is null)`,
    filters.customer_id
  )
  add("d.order_id = ?", filters.order_id)
  for (const [column, values] of [
    ["d.kind", filters.kind],
    ["d.state", filters.state],
  ] as const) {
    if (values) {
      parts.push(among(column, values))
    }
  }
  add("d.gateway = ?", filters.gateway)
  add("d.reason = ?", filters.reason)
  add("d.created_at >= ?", filters.created_from)
  add("d.created_at < ?", filters.created_before)
  add("d.due_at < ?", filters.due_before)

  return { where: parts.map(({ sql }) => sql).join(" and "), values: parts.flatMap(({ values }) => values) }
}
