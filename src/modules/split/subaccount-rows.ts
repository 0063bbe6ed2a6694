import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import type { SubaccountRecord } from "./types"

const COLUMNS = "id, vendor_id, gateway, code, told_account_id, posting_account_id, posted_at, last_error"

const fromRow = (row: SubaccountRecord): SubaccountRecord => ({
  ...row,
  posted_at: row.posted_at && new Date(row.posted_at),
})

/** The row of a vendor at a gateway, which is made when there is none; locked until the transaction ends. */
export async function lockSubaccount(
  context: Context,
  { vendor_id, gateway }: { vendor_id: string; gateway: string }
): Promise<SubaccountRecord> {
  await queryRows(
    context,
    `insert into split_subaccount (id, vendor_id, gateway) values (?, ?, ?) on conflict do nothing`,
    [generateEntityId("", "splu"), vendor_id, gateway]
  )
  const [row] = await queryRows<SubaccountRecord>(
    context,
    `select ${COLUMNS} from split_subaccount where vendor_id = ? and gateway = ? and deleted_at is null for update`,
    [vendor_id, gateway]
  )
  if (!row) {
    throw new RangeError(`The subaccount of ${vendor_id} at ${gateway} was neither written nor found`)
  }

  return fromRow(row)
}

export async function savePosting(
  context: Context,
  id: string,
  { account_id, now }: { account_id: string; now: Date }
): Promise<void> {
  await queryRows(
    context,
    `update split_subaccount set posting_account_id = ?, posted_at = ?, told_account_id = null, updated_at = now() where id = ?`,
    [account_id, now, id]
  )
}

/** What the gateway has now. An answer to an older question, about another account, is not taken. */
export async function saveTold(
  context: Context,
  id: string,
  { code, account_id }: { code: string; account_id: string }
): Promise<void> {
  await queryRows(
    context,
    `update split_subaccount set code = ?, told_account_id = case when posting_account_id = ? then ? end, last_error = null,
       updated_at = now() where id = ?`,
    [code, account_id, account_id, id]
  )
}

export async function saveFailure(context: Context, id: string, message: string): Promise<void> {
  await queryRows(context, `update split_subaccount set last_error = ?, updated_at = now() where id = ?`, [
    message.slice(0, 500),
    id,
  ])
}

/** The codes of those vendors that the gateway has with their present bank account. */
export async function usableCodes(
  context: Context,
  gateway: string,
  accounts: { vendor_id: string; account_id: string }[]
): Promise<Map<string, string>> {
  if (!accounts.length) {
    return new Map()
  }
  const rows = await queryRows<{ vendor_id: string; code: string }>(
    context,
    `select vendor_id, code from split_subaccount
     where gateway = ? and code is not null and deleted_at is null
       and (vendor_id, told_account_id) in (${accounts.map(() => "(?, ?)").join(", ")})`,
    [gateway, ...accounts.flatMap(({ vendor_id, account_id }) => [vendor_id, account_id])]
  )

  return new Map(rows.map(({ vendor_id, code }) => [vendor_id, code]))
}
