import type { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { queryRows, rowsFromJson } from "../../lib/sql"
import { type AccountType, accountCode } from "./domain/account"
import { entry as checkEntry, type LedgerEntryInput } from "./domain/entry"
import { LedgerAccount } from "./models/ledger-account"
import { LedgerEntry } from "./models/ledger-entry"
import { LedgerPosting } from "./models/ledger-posting"
import type { Balance, BalanceFilters, PostedEntry, PostResult, TrialBalance } from "./types"

type PostingRow = {
  code: string
  type: AccountType
  owner: string | null
  currency_code: string
  amount_minor: string
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

const postingRows = (entry: PostedEntry) =>
  entry.postings.map(({ account, amount_minor }) => ({
    id: generateEntityId("", "lpos"),
    entry_id: entry.id,
    account_code: accountCode(account),
    currency_code: entry.currency_code,
    amount_minor: String(amount_minor),
  }))

/** In the order of their codes, so that two transactions never wait for each other in a circle. */
function accountRows(entries: PostedEntry[]) {
  const accounts = new Map(
    entries.flatMap((entry) => entry.postings).map(({ account }) => [accountCode(account), account])
  )

  return [...accounts]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([code, account]) => ({ code, ...account }))
}

class LedgerModuleService extends MedusaService({ LedgerAccount, LedgerEntry, LedgerPosting }) {
  /**
   * Posts entries that stand or fall together; one whose key is in the books already is left as it is. The number
   * of statements does not depend on the number of entries or postings.
   * @throws RangeError when an entry does not balance, or when its key stands for another movement
   */
  @InjectTransactionManager()
  async post(
    inputs: LedgerEntryInput[],
    @MedusaContext() sharedContext: Context = {}
  ): Promise<PostResult[]> {
    // An order that is free in every part moves no money: there is nothing to write.
    const entries = inputs
      .map((input) => ({ ...checkEntry(input), id: generateEntityId("", "lent") }))
      .filter((entry) => entry.postings.length > 0)
    if (!entries.length) {
      return []
    }
    // ON CONFLICT, which the generated methods lack, lets two runs of the same movement meet without an error.
    const inserted = await queryRows<{ idempotency_key: string }>(
      sharedContext,
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
    const isNew = new Set(inserted.map((row) => row.idempotency_key))
    for (const known of entries.filter((entry) => !isNew.has(entry.idempotency_key))) {
      await this.assertSame(known, sharedContext)
    }

    return entries.map((entry) => ({
      idempotency_key: entry.idempotency_key,
      posted: isNew.has(entry.idempotency_key),
    }))
  }

  private async assertSame(input: LedgerEntryInput, context: Context): Promise<void> {
    const posted = await this.entryByKey(input.idempotency_key, context)
    const lines = (entry: LedgerEntryInput) =>
      entry.postings
        .map(({ account, amount_minor }) => `${accountCode(account)} ${amount_minor}`)
        .toSorted()
        .join("\n")
    if (posted && lines(posted) !== lines(input)) {
      throw new RangeError(`Entry ${input.idempotency_key} is in the books with other postings`)
    }
  }

  /** The entry with its postings, or null. */
  @InjectManager()
  async entryByKey(key: string, @MedusaContext() sharedContext: Context = {}): Promise<PostedEntry | null> {
    const [row] = await this.listLedgerEntries({ idempotency_key: key }, { take: 1 }, sharedContext)
    if (!row) {
      return null
    }
    // A join with the accounts, which have no relation in the models.
    const postings = await queryRows<PostingRow>(
      sharedContext,
      `select a.code, a.type, a.owner, a.currency_code, p.amount_minor::text as amount_minor
       from ledger_posting p join ledger_account a on a.code = p.account_code where p.entry_id = ? order by p.id`,
      [row.id]
    )

    return {
      id: row.id,
      kind: row.kind,
      idempotency_key: row.idempotency_key,
      currency_code: row.currency_code,
      occurred_at: new Date(row.occurred_at),
      reference: row.reference as Record<string, string>,
      reverses_id: row.reverses_id ?? undefined,
      postings: postings.map(({ type, owner, currency_code, amount_minor }) => ({
        account: { type, owner: owner ?? undefined, currency_code },
        amount_minor: BigInt(amount_minor),
      })),
    }
  }

  /** Balances of accounts, summed by PostgreSQL over their postings. */
  @InjectManager()
  async balances(
    filters: BalanceFilters = {},
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Balance[]> {
    const rows = await queryRows<Omit<Balance, "balance_minor"> & { balance_minor: string }>(
      sharedContext,
      `select a.code, a.type, a.owner, a.currency_code, coalesce(sum(p.amount_minor), 0)::text as balance_minor
       from ledger_account a left join ledger_posting p on p.account_code = a.code
       where (?::text is null or a.owner = ?) and (?::text is null or a.type = ?)
         and (?::text is null or a.currency_code = ?)
       group by a.code order by a.code`,
      [filters.owner, filters.type, filters.currency_code].flatMap((value) => [value ?? null, value ?? null])
    )

    return rows.map((row) => ({ ...row, balance_minor: BigInt(row.balance_minor) }))
  }

  /** Debits and credits of all accounts, per currency. */
  @InjectManager()
  async trialBalance(@MedusaContext() sharedContext: Context = {}): Promise<TrialBalance[]> {
    const rows = await queryRows<Record<keyof TrialBalance, string>>(
      sharedContext,
      `select currency_code, sum(greatest(amount_minor, 0))::text as debit_minor,
              sum(greatest(-amount_minor, 0))::text as credit_minor, sum(amount_minor)::text as difference_minor
       from ledger_posting group by currency_code order by currency_code`
    )

    return rows.map((row) => ({
      currency_code: row.currency_code,
      debit_minor: BigInt(row.debit_minor),
      credit_minor: BigInt(row.credit_minor),
      difference_minor: BigInt(row.difference_minor),
    }))
  }
}

export default LedgerModuleService
