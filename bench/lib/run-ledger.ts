import { writeFile } from "node:fs/promises"
import { Pool, type PoolClient } from "@medusajs/framework/pg"
import type { ExecArgs } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import { accountCode } from "../../src/modules/ledger/domain/account"
import type { LedgerEntryInput } from "../../src/modules/ledger/domain/entry"
import { buildSale } from "../../src/modules/ledger/domain/sale"
import type LedgerModuleService from "../../src/modules/ledger/service"

const BATCH = 100
const BATCHES = 10
const SINGLE = 500
const AT_ONCE = 8
const WARM_UP = 2
const READS = 300
/** As many as may be new before the job keeps them. */
const TAIL = 999
const occurred_at = new Date("2026-11-24T10:00:00Z")

type Side = { name: string; entries: number; run: (entries: LedgerEntryInput[]) => Promise<void> }

let sales = 0

/** Two shops, four postings. */
const sale = (): LedgerEntryInput => {
  sales += 1
  const vendors = [sales % 97, 97 + (sales % 89)].map((number) => ({
    vendor_id: `vend_${number}`,
    total_minor: 150_000n,
    platform_discount_minor: 0n,
    commission_minor: 12_000n,
  }))

  return buildSale({
    order_id: `order_${sales}`,
    currency_code: "ngn",
    charged_minor: 300_000n,
    credit_minor: 0n,
    occurred_at,
    vendors,
  })
}

/** Run through `medusa exec` with a file for the figures, the number of rounds and of the vendor's postings. */
export default async function runLedger({ container, args }: ExecArgs): Promise<void> {
  const [file = "", rounds = "12", postings = "1000000"] = args
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: AT_ONCE })
  try {
    const posting = await measurePosting(ledger, pool, Number(rounds))
    const reading = await measureBalance(ledger, pool, Number(postings))
    await writeFile(file, JSON.stringify({ ...posting, ...reading, postings: Number(postings) }))
  } finally {
    await pool.end()
  }
}

/** All ways in turn, so that whatever else happens on the machine happens to each. Milliseconds for 1,000 entries. */
async function measurePosting(ledger: LedgerModuleService, pool: Pool, rounds: number) {
  const module_ = async (entries: LedgerEntryInput[]) => void (await ledger.post(entries))
  const bare = (entries: LedgerEntryInput[]) => insertBare(pool, entries)
  const sides: Side[] = [
    { name: "module_batches", entries: BATCH * BATCHES, run: inBatches(module_) },
    { name: "bare_batches", entries: BATCH * BATCHES, run: inBatches(bare) },
    { name: "module_single", entries: SINGLE, run: oneByOne(module_) },
    { name: "bare_single", entries: SINGLE, run: oneByOne(bare) },
  ]
  const taken: Record<string, number[]> = Object.fromEntries(sides.map(({ name }) => [name, []]))
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    const first = round % sides.length
    for (const side of [...sides.slice(first), ...sides.slice(0, first)]) {
      const entries = Array.from({ length: side.entries }, sale)
      const began = performance.now()
      await side.run(entries)
      if (round >= WARM_UP) {
        taken[side.name]?.push(((performance.now() - began) / side.entries) * 1000)
      }
    }
  }

  return taken
}

type Post = (entries: LedgerEntryInput[]) => Promise<void>

const inBatches = (post: Post) => async (entries: LedgerEntryInput[]) => {
  for (let start = 0; start < entries.length; start += BATCH) {
    await post(entries.slice(start, start + BATCH))
  }
}

const oneByOne = (post: Post) => async (entries: LedgerEntryInput[]) => {
  const waiting = [...entries]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        await post([next])
      }
    })
  )
}

/** The same rows, written as a program without the module would: three statements in a transaction. */
async function insertBare(pool: Pool, entries: LedgerEntryInput[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query("begin")
    const accounts = new Map(
      entries.flatMap(({ postings }) => postings).map(({ account }) => [accountCode(account), account])
    )
    await insert(client, {
      table: "ledger_account",
      columns: ["code", "type", "owner", "currency_code"],
      rows: [...accounts]
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([code, { type, owner, currency_code }]) => [code, type, owner ?? null, currency_code]),
      suffix: "on conflict do nothing",
    })
    const idOf = (entry: LedgerEntryInput) => `lent_${entry.idempotency_key}`
    await insert(client, {
      table: "ledger_entry",
      columns: ["id", "kind", "idempotency_key", "currency_code", "occurred_at", "reference"],
      rows: entries.map((entry) => [
        idOf(entry),
        entry.kind,
        entry.idempotency_key,
        entry.currency_code,
        entry.occurred_at,
        JSON.stringify(entry.reference),
      ]),
    })
    await insert(client, {
      table: "ledger_posting",
      columns: ["id", "entry_id", "account_code", "currency_code", "amount_minor"],
      rows: entries.flatMap((entry) =>
        entry.postings.map(({ account, amount_minor }, index) => [
          `lpos_${entry.idempotency_key}_${index}`,
          idOf(entry),
          accountCode(account),
          entry.currency_code,
          String(amount_minor),
        ])
      ),
    })
    await client.query("commit")
  } finally {
    client.release()
  }
}

type Insert = { table: string; columns: string[]; rows: unknown[][]; suffix?: string }

async function insert(client: PoolClient, { table, columns, rows, suffix = "" }: Insert): Promise<void> {
  const tuples = rows.map(
    (row, at) => `(${row.map((_, column) => `$${at * columns.length + column + 1}`).join(", ")})`
  )
  await client.query(
    `insert into ${table} (${columns.join(", ")}) values ${tuples.join(", ")} ${suffix}`,
    rows.flat()
  )
}

/** A vendor with a long history, kept by a checkpoint but for the last ones. */
async function measureBalance(ledger: LedgerModuleService, pool: Pool, postings: number) {
  const account = { type: "vendor_available" as const, owner: "vend_long", currency_code: "ngn" }
  await writeHistory(pool, accountCode(account), postings)
  const began = performance.now()
  await ledger.checkpoint({ min_postings: 1 })
  const checkpoint_ms = performance.now() - began
  await writeHistory(pool, accountCode(account), TAIL)
  const sum = `select sum(amount_minor)::text as sum from ledger_posting where account_code = $1`
  const { rows } = await pool.query<{ sum: string }>(sum, [accountCode(account)])
  const read = async () => {
    const [found] = await ledger.balances(account)
    if (found?.balance_minor !== BigInt(rows[0]?.sum ?? 0)) {
      throw new Error(`The balance is ${found?.balance_minor} and not ${rows[0]?.sum}`)
    }
  }

  return {
    checkpoint_ms,
    balance: await timesOf(READS, read),
    summed: await timesOf(20, () => pool.query(sum, [accountCode(account)])),
  }
}

async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let index = 0; index < count + 20; index += 1) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }

  return taken.slice(20)
}

let histories = 0

/** Without the triggers, which would take the time of the posting that is measured elsewhere. */
async function writeHistory(pool: Pool, code: string, postings: number): Promise<void> {
  histories += 1
  const client = await pool.connect()
  const id = `'${histories}_' || n`
  try {
    await client.query("set session_replication_role = replica")
    await client.query(
      `insert into ledger_account (code, type, owner, currency_code)
       values ($1, 'vendor_available', 'vend_long', 'ngn') on conflict do nothing`,
      [code]
    )
    await client.query(
      `insert into ledger_entry (id, kind, idempotency_key, currency_code, occurred_at, reference)
       select ${id}, 'sale', ${id}, 'ngn', now(), '{}' from generate_series(1, ${postings}) n`
    )
    await client.query(
      `insert into ledger_posting (id, entry_id, account_code, currency_code, amount_minor)
       select ${id} || side, ${id}, case side when 1 then $1 else 'unallocated:ngn' end, 'ngn',
         (case side when 1 then -1 else 1 end) * (1000 + n % 977)
       from generate_series(1, ${postings}) n, generate_series(1, 2) side`,
      [code]
    )
    await client.query("set session_replication_role = origin")
    await client.query("vacuum analyze ledger_posting")
  } finally {
    client.release()
  }
}
