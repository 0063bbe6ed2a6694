import type { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { queryRows, rowsFromJson } from "../../lib/sql"
import { type AccountType, accountCode } from "./domain/account"
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

const ENTRY_COLUMNS = [
  "id",
  "kind",
  "idempotency_key",
  "currency_code",
  "occurred_at",
  "reference",
  "reverses_id",
]
const ACCOUNT_COLUMNS = ["code", "type", "owner", "currency_code"]
const POSTING_COLUMNS = ["id", "entry_id", "account_code", "currency_code", "amount_minor"]

const entryRow = ({ postings: _, ...row }: PostedEntry) => row

/**
 * Ids for the entries of one call, in their order. One is drawn and counted up from: to draw one for each entry and posting
 * costs more than to write it.
 */
export function entryIds(): () => string {
  const drawn = generateEntityId("", "lent")
  let count = 0

  return () => `${drawn}_${numbered(count++)}`
}

const postingRows = (entry: PostedEntry) =>
  entry.postings.map(({ account, amount_minor }, index) => ({
    id: `${entry.id.replace(/^lent_/, "lpos_")}_${numbered(index)}`,
    entry_id: entry.id,
    account_code: accountCode(account),
    currency_code: entry.currency_code,
    amount_minor: String(amount_minor),
  }))

/** So that their order as texts is the order in which they were given. */
const numbered = (index: number) => String(index).padStart(4, "0")

/** In the order of their codes, so that two transactions never wait for each other in a circle. */
function accountRows(entries: PostedEntry[]) {
  const accounts = new Map(
    entries.flatMap((entry) => entry.postings).map(({ account }) => [accountCode(account), account])
  )

  return [...accounts]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([code, account]) => ({ code, ...account }))
}

/**
 * Writes entries with their accounts and postings, and answers the keys of those that were not in the books. ON CONFLICT,
 * which the generated methods lack, lets two runs of the same movement meet without an error.
 */
export async function insertEntries(context: Context, entries: PostedEntry[]): Promise<Set<string>> {
  const inserted = await queryRows<{ idempotency_key: string }>(
    context,
    `with fresh as (
       insert into ledger_entry (${ENTRY_COLUMNS}) ${rowsFromJson("ledger_entry", ENTRY_COLUMNS)}
       on conflict (idempotency_key) do nothing returning id, idempotency_key
     ),
     accounts as (
       insert into ledger_account (${ACCOUNT_COLUMNS}) ${rowsFromJson("ledger_account", ACCOUNT_COLUMNS)}
       on conflict (code) do nothing
     ),
     postings as (
       insert into ledger_posting (${POSTING_COLUMNS}) ${rowsFromJson("ledger_posting", POSTING_COLUMNS)}
       join fresh on fresh.id = row.entry_id
     )
     select idempotency_key from fresh`,
    [entries.map(entryRow), accountRows(entries), entries.flatMap(postingRows)].map((rows) =>
      JSON.stringify(rows)
    )
  )

  return new Set(inserted.map((row) => row.idempotency_key))
}
