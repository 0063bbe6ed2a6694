import { PAYSTACK } from "../helpers/checkout-bench"
import type { Marketplace } from "../helpers/create-marketplace"
import { CREDIT } from "../helpers/credit-vendors"
import { describeStates, type KillState, statesOf } from "../helpers/kill-states"
import { closeStore, openStore, type Store } from "../helpers/kill-store"
import { ServerProcess } from "../helpers/server-process"
import { describeKilledRefunds } from "./killed-money/refunds"

jest.setTimeout(600_000)

type Row = Record<string, string | null>

/** Two warm the path up and show its states; each further one is paid by a server that stops in one of them. */
const VENDORS = 15

let store: Store
let server: ServerProcess
let market: Marketplace

beforeAll(async () => {
  store = await openStore()
  store.sandbox.control.topUp("NGN", Number(CREDIT) * VENDORS)
  server = await ServerProcess.start(store.env)
  market = await server.seed({
    vendors: VENDORS,
    products_per_vendor: 1,
    stock: 1000,
    payment_providers: [PAYSTACK],
  })
})

afterAll(async () => {
  await server?.kill()
  await closeStore(store)
})

describe("a server killed in the middle of a payout", () => {
  let vendors: string[]
  let states: KillState[]

  beforeAll(async () => {
    // The first shop sells; what it is owed is not paid out here.
    vendors = market.vendors.slice(1).map(({ id }) => id)
    await server.openAccounts(vendors)
    await traceOf("warm")
    states = statesOf(await traceOf("read"))
    say(describeStates("A payout", states))
  })

  const next = () => {
    const vendor = vendors.pop()
    if (!vendor) {
      throw new RangeError("The market needs more vendors: a payout has more states than before")
    }

    return vendor
  }
  const rows = async (sql: string, values: unknown[] = []) =>
    (await store.db.query(sql, values)).rows as Row[]
  const untilPaid = async (vendor: string) => {
    for (let waited = 0; waited < 20_000; waited += 20) {
      const [payout] = await rows(`select state from payout where vendor_id = $1`, [vendor])
      if (payout?.state === "pending" || payout?.state === "paid") {
        return
      }
      await new Promise((wake) => setTimeout(wake, 20))
    }
    throw new Error(`${vendor} was not paid`)
  }

  /** What a payout passes that nothing stops. */
  async function traceOf(run: string) {
    const vendor = next()
    await server.credit([vendor])
    await server.startPayouts(run)
    await untilPaid(vendor)
    // The last steps come after the payout is marked.
    await new Promise((wake) => setTimeout(wake, 300))

    return (await server.run(run)).trace
  }

  async function standIn({
    point,
  }: KillState): Promise<{ vendor: string; point: string; is_frozen: boolean }> {
    const vendor = next()
    await server.credit([vendor])
    await server.arm(`payout:${vendor}`, point)
    await server.startPayouts(`payout:${vendor}`)

    return { vendor, point, is_frozen: await server.untilFrozen(`payout:${vendor}`, () => false) }
  }

  /** Past the time after which "not found" means that nothing was sent. */
  const letTimePass = () =>
    store.db.query(
      `update payout set posted_at = posted_at - interval '1 hour', checked_at = checked_at - interval '1 hour'`
    )

  async function settle(): Promise<void> {
    for (let run = 0; run < 2; run += 1) {
      await letTimePass()
      await server.followPayouts()
      await server.runPayouts()
      await new Promise((wake) => setTimeout(wake, 200))
    }
    await letTimePass()
    await server.followPayouts()
  }

  async function problemsOf(vendor: string): Promise<string> {
    const payouts = await rows(`select reference, state, amount_minor from payout where vendor_id = $1`, [
      vendor,
    ])
    const made = store.sandbox.control
      .transfers()
      .filter(({ reference }) => payouts.some((payout) => payout.reference === reference))
    const books = await rows(
      `select a.type, sum(p.amount_minor)::text as sum from ledger_account a join ledger_posting p on p.account_code = a.code
       where a.owner = $1 group by a.type having sum(p.amount_minor) <> 0`,
      [vendor]
    )
    const [paid] = await rows(
      `select coalesce(sum(p.amount_minor), 0)::text as sum from ledger_entry e join ledger_posting p on p.entry_id = e.id
       where e.kind = 'payout_paid' and p.account_code like 'payouts_in_transit:' || $1 || '%'`,
      [vendor]
    )

    return [
      payouts.length !== 1 && `${payouts.length} payouts`,
      payouts.some(({ state }) => state !== "paid") && `the payout is ${payouts[0]?.state}`,
      made.length !== 1 && `${made.length} transfers`,
      made.some(({ amount }) => BigInt(amount) !== CREDIT) && "another amount",
      books.length > 0 && `the books still hold ${JSON.stringify(books)}`,
      paid?.sum !== String(CREDIT) && `the books say that ${paid?.sum} was paid`,
    ]
      .filter(Boolean)
      .join("; ")
  }

  it("has paid each vendor exactly once after a restart, wherever it was killed", async () => {
    const standing: Awaited<ReturnType<typeof standIn>>[] = []
    for (const state of states) {
      standing.push(await standIn(state))
    }
    expect(standing.filter(({ is_frozen }) => !is_frozen).map(({ point }) => point)).toEqual([])

    await server.kill()
    server = await ServerProcess.start(store.env)
    await settle()

    const found: Record<string, string> = {}
    for (const { vendor, point } of standing) {
      found[point] = await problemsOf(vendor)
    }
    expect(found).toEqual(Object.fromEntries(states.map(({ point }) => [point, ""])))
  })

  it("is paid once by two servers that run at the same moment, and once more by nobody", async () => {
    const both = [server, await ServerProcess.start(store.env)]
    const vendor = next()
    await server.credit([vendor])

    await Promise.all([...both, ...both].map((one) => one.runPayouts()))
    await settle()

    expect(await problemsOf(vendor)).toBe("")
    await both[1]!.kill()
  })

  it("dies in the call itself, and the next server finds out before it sends anything", async () => {
    const vendor = next()
    await server.credit([vendor])
    await server.arm(`die:${vendor}`, "gateway POST /transfer", "die")
    await server.startPayouts(`die:${vendor}`).catch(() => undefined)
    expect(await server.ended).toBe("SIGKILL")

    server = await ServerProcess.start(store.env)
    await server.runPayouts()
    expect(store.sandbox.control.transfers().filter(({ status }) => status !== "success")).toEqual([])
    await settle()

    expect(await problemsOf(vendor)).toBe("")
  })
})

describeKilledRefunds({
  get store() {
    return store
  },
  get server() {
    return server
  },
  get market() {
    return market
  },
  async restart() {
    await server.kill()
    server = await ServerProcess.start(store.env)
  },
  say,
})

/** Past jest, which would put a stack trace under each line. */
function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
