import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import type { AccountType } from "./domain/account"
import type { PostedEntry } from "./types"

type PostingRow = {
  type: AccountType
  owner: string | null
  currency_code: string
  amount_minor: string
}

/** An entry with its postings. Not by a generated method: the transaction may be another module's, whose manager does not know the model. */
export async function findEntry(
  context: Context,
  { column, value }: { column: "id" | "idempotency_key"; value: string }
): Promise<PostedEntry | null> {
  const [row] = await queryRows<Omit<PostedEntry, "postings">>(
    context,
    `select * from ledger_entry where ${column} = ?`,
    [value]
  )
  if (!row) {
    return null
  }
  const postings = await queryRows<PostingRow>(
    context,
    `select a.type, a.owner, a.currency_code, p.amount_minor::text as amount_minor
     from ledger_posting p join ledger_account a on a.code = p.account_code where p.entry_id = ? order by p.id`,
    [row.id]
  )

  return {
    id: row.id,
    kind: row.kind,
    idempotency_key: row.idempotency_key,
    currency_code: row.currency_code,
    occurred_at: new Date(row.occurred_at),
    reference: row.reference,
    reverses_id: row.reverses_id ?? undefined,
    postings: postings.map(({ type, owner, currency_code, amount_minor }) => ({
      account: { type, owner: owner ?? undefined, currency_code },
      amount_minor: BigInt(amount_minor),
    })),
  }
}
