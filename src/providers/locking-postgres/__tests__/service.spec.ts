import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { ContainerRegistrationKeys, ModulesSdkUtils } from "@medusajs/framework/utils"
import { loadEnv } from "../../../lib/env"
import { Migration20261125130000 } from "../migrations/Migration20261125130000"
import type { Database } from "../presence"
import { PostgresLockingProvider } from "../service"

const clientUrl = loadEnv().DATABASE_URL

/** What one process has: a pool of its own, no larger than it has to be. */
function openProcess(pool = { min: 0, max: 2 }) {
  const knex = ModulesSdkUtils.createPgConnection({ clientUrl, pool })
  const locks = new PostgresLockingProvider({
    [ContainerRegistrationKeys.PG_CONNECTION]: knex,
    [ContainerRegistrationKeys.LOGGER]: console,
  })

  return { knex, locks }
}

describe("Locks of several processes", () => {
  const one = openProcess()
  const two = openProcess()

  beforeAll(async () => {
    // It reads nothing of what Medusa would hand it.
    const migration = new Migration20261125130000(undefined as never, undefined as never)
    await migration.up()
    for (const statement of migration.getQueries()) {
      await one.knex.raw(String(statement))
    }
  })
  afterEach(() => one.locks.releaseAll())
  afterAll(async () => {
    await one.knex.raw("drop table lock_lease")
    await Promise.all([one, two].map(({ knex }) => knex.destroy()))
  })

  it("admit one at a time, in whatever process it asks, and never more connections than the pool has", async () => {
    let inside = 0
    let most = 0
    let done = 0
    const job = async () => {
      most = Math.max(most, ++inside)
      // What a job does needs the pool, too: with a connection held for each who waits it would never get one.
      await one.knex.raw("select pg_sleep(0.005)")
      inside--
      done++
    }
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? one : two).locks.execute(
          ["b", "a"].toSorted(() => (index % 3) - 1),
          job,
          { timeout: 30 }
        )
      )
    )

    expect([most, done]).toEqual([1, 40])
  })

  it("shut execute and acquire out of each other, and know their owner", async () => {
    await one.locks.acquire("order", { ownerId: "me", expire: 60 })
    await one.locks.acquire("order", { ownerId: "me", expire: 60 })
    await expect(two.locks.acquire("order", { ownerId: "you" })).rejects.toThrow("Failed to acquire lock")
    await expect(two.locks.acquire("order")).rejects.toThrow("Failed to acquire lock")
    await expect(two.locks.execute("order", async () => 1, { timeout: 1 })).rejects.toThrow(
      "Timed-out acquiring lock."
    )
    expect(await two.locks.release("order", { ownerId: "you" })).toBe(false)
    expect(await two.locks.release("order")).toBe(false)
    expect(await one.locks.release("order", { ownerId: "me" })).toBe(true)
    expect(await two.locks.execute("order", async () => 1)).toBe(1)

    await one.locks.acquire("unnamed")
    await expect(one.locks.acquire("unnamed")).rejects.toThrow("Failed to acquire lock")
    expect(await one.locks.release("unnamed")).toBe(true)
  })

  it("are taken all or none", async () => {
    await one.locks.acquire("b", { ownerId: "me" })
    await expect(two.locks.acquire(["a", "b", "c"], { ownerId: "you" })).rejects.toThrow()
    await two.locks.acquire(["a", "c"], { ownerId: "she" })
  })

  it("give way when they have expired, and last as long as a job that renews them", async () => {
    await one.locks.acquire("short", { ownerId: "me", expire: 1 })
    const long = one.locks.execute("long", () => sleep(2500), { expire: 1 })
    await sleep(1600)
    await two.locks.acquire("short", { ownerId: "you", expire: 60 })
    await expect(two.locks.acquire("long", { ownerId: "you" })).rejects.toThrow()

    expect(await one.locks.release("short", { ownerId: "me" })).toBe(false)
    await expect(one.locks.acquire("short", { ownerId: "me" })).rejects.toThrow()
    await long
    await two.locks.acquire("long", { ownerId: "you" })
  })

  it("are given back when the job throws", async () => {
    await expect(
      one.locks.execute("a", async () => {
        throw new Error("broken")
      })
    ).rejects.toThrow("broken")
    await two.locks.acquire("a")
  })

  it("of a killed process are free at once", async () => {
    const child: ChildProcess = fork(join(__dirname, "hold-lock.ts"), ["of-the-dead", clientUrl], {
      execArgv: ["--import", "tsx"],
    })
    await once(child, "message")
    await expect(one.locks.acquire("of-the-dead")).rejects.toThrow("Failed to acquire lock")
    child.kill("SIGKILL")
    await once(child, "exit")

    await one.locks.execute("of-the-dead", async () => undefined, { timeout: 2 })
  }, 60_000)

  it("outlive the loss of the session that stands for the process", async () => {
    await one.locks.acquire("kept", { ownerId: "me", expire: 60 })
    const database = two.knex as unknown as Database
    await database.raw(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid =
         (select process_id::oid from lock_lease where key = 'kept')`,
      []
    )
    await sleep(1500)

    await expect(two.locks.acquire("kept", { ownerId: "you" })).rejects.toThrow("Failed to acquire lock")
  })

  it("wait for a database that refuses the session which stands for the process, and leave none of its tries open", async () => {
    const { knex } = openProcess()
    const client = (knex as unknown as Database).client
    const open = client.acquireRawConnection.bind(client)
    const opened: string[] = []
    let refusals = 3
    client.acquireRawConnection = async () => {
      const connection = await open()
      const query = connection.query.bind(connection)
      // The pool opens its connections by the same method, and asks in other ways.
      connection.query = ((...asked: Parameters<typeof query>) =>
        String(asked[0]).includes("pg_advisory_lock_shared")
          ? refuse(...asked)
          : query(...asked)) as typeof query
      const refuse = async (text: string, values: unknown[]) => {
        opened.push(await pidOf(query))
        refusals -= 1
        if (refusals >= 0) {
          throw new Error("out of shared memory")
        }
        return query(text, values)
      }
      return connection
    }
    const third = new PostgresLockingProvider({
      [ContainerRegistrationKeys.PG_CONNECTION]: knex,
      [ContainerRegistrationKeys.LOGGER]: console,
    })
    const began = Date.now()
    const take = async (): Promise<number> => third.execute("refused", async () => 7).catch(() => take())

    expect(await Promise.all([take(), take()])).toEqual([7, 7])

    expect(Date.now() - began).toBeGreaterThan(550)
    expect(opened).toHaveLength(4)
    const { rows } = await one.knex.raw("select pid::text from pg_stat_activity where pid::text = any(?)", [
      opened,
    ])
    expect(rows).toEqual([{ pid: opened[3] }])
    await knex.destroy()
  })
})

const pidOf = async (query: (text: string, values: unknown[]) => Promise<unknown>): Promise<string> =>
  ((await query("select pg_backend_pid()::text as pid", [])) as { rows: { pid: string }[] }).rows[0]!.pid
