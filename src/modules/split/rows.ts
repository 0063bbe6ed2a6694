import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, queryRows } from "../../lib/sql"
import type { ShareEnd } from "./domain/share"
import type { ShareRecord, SplitPayment } from "./types"

// Raw SQL for ON CONFLICT, row locks, and conditions on the row's own state.

type ShareRow = Omit<ShareRecord, "share_minor" | "paid_minor" | "paid_at"> & {
  share_minor: string
  paid_minor: string | null
  paid_at: Date | string
}

const COLUMNS = `id, gateway, reference, vendor_id, currency_code, subaccount_code, share_minor::text as share_minor, state,
  paid_minor::text as paid_minor, order_id, paid_at`

const fromRow = (row: ShareRow): ShareRecord => ({
  ...row,
  share_minor: BigInt(row.share_minor),
  paid_minor: row.paid_minor === null ? null : BigInt(row.paid_minor),
  paid_at: new Date(row.paid_at),
})

/** Takes on the shares of a payment; those that are known stay as they are. */
export async function insertShares(context: Context, { split, ...payment }: SplitPayment): Promise<void> {
  await insertRows(
    context,
    "split_share",
    split.map((share) => ({
      id: generateEntityId("", "spls"),
      ...payment,
      vendor_id: share.vendor_id,
      subaccount_code: share.subaccount_code,
      share_minor: String(share.share_minor),
      state: "frozen",
    })),
    "on conflict do nothing"
  )
}

/** The shares of a payment in the order of their vendors; nobody else moves them until the transaction ends. */
export async function lockSharesOf(context: Context, reference: string): Promise<ShareRecord[]> {
  const rows = await queryRows<ShareRow>(
    context,
    `select ${COLUMNS} from split_share where reference = ? and deleted_at is null order by vendor_id for update`,
    [reference]
  )

  return rows.map(fromRow)
}

export async function lockShare(context: Context, id: string): Promise<ShareRecord | null> {
  const [row] = await queryRows<ShareRow>(
    context,
    `select ${COLUMNS} from split_share where id = ? and deleted_at is null for update`,
    [id]
  )

  return row ? fromRow(row) : null
}

export async function saveOrder(
  context: Context,
  of: { from: string | null; to: string | null },
  ids: string[]
): Promise<void> {
  if (ids.length) {
    await queryRows(
      context,
      `update split_share set order_id = ?, updated_at = now()
       where order_id is not distinct from ?::text and unsold_at is null and id in (${ids.map(() => "?").join(", ")})`,
      [of.to, of.from, ...ids]
    )
  }
}

export async function sharesOfOrder(context: Context, orderId: string): Promise<ShareRecord[]> {
  const rows = await queryRows<ShareRow>(
    context,
    `select ${COLUMNS} from split_share where order_id = ? and deleted_at is null order by vendor_id for update`,
    [orderId]
  )

  return rows.map(fromRow)
}

/** False when it has ended already. */
export async function saveEnd(context: Context, id: string, end: ShareEnd, now: Date): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update split_share set state = ?, paid_minor = ?, ended_at = ?, updated_at = now()
     where id = ? and state = 'frozen' returning id`,
    [end.state, String(end.paid_minor), now, id]
  )

  return rows.length > 0
}

/** False for one that became an order's, or was noted before. */
export async function saveUnsold(context: Context, id: string, now: Date): Promise<boolean> {
  const rows = await queryRows(
    context,
    `update split_share set unsold_at = ?, updated_at = now()
     where id = ? and state = 'settled' and order_id is null and unsold_at is null returning id`,
    [now, id]
  )

  return rows.length > 0
}

/** Shares of which something is still to be found out: how they end, or whose they are. */
export async function openAfter(
  context: Context,
  { gateway, after, take }: { gateway: string; after: string; take: number }
): Promise<ShareRecord[]> {
  const rows = await queryRows<ShareRow>(
    context,
    `select ${COLUMNS} from split_share
     where (state = 'frozen' or (state = 'settled' and order_id is null and unsold_at is null))
       and gateway = ? and id > ? and deleted_at is null order by id limit ?`,
    [gateway, after, take]
  )

  return rows.map(fromRow)
}
