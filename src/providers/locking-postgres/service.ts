import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { ILockingProvider, Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type Database, PRESENCE_CLASS, Presence } from "./presence"

type Keys = string | string[]
type Owner = { ownerId?: string | null }

/** A lock without a time to live ends here at last, when whoever took it lives on and has forgotten it. */
const LONGEST_SECONDS = 900
const EXECUTE_SECONDS = 60
const EXECUTE_WAIT_SECONDS = 5
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 250

/**
 * Takes what is free, what the same owner has, what has expired, and what a process had that is gone. The condition
 * stands in the statement, so of any number that ask at once one gets it.
 */
const TAKE = `insert into lock_lease as held (key, owner_id, process_id, expires_at)
  select wanted, ?, ?, clock_timestamp() + make_interval(secs => ?)
  from unnest(?::text[]) as wanted order by wanted
  on conflict (key) do update set
    owner_id = excluded.owner_id, process_id = excluded.process_id, expires_at = excluded.expires_at
  where held.owner_id = excluded.owner_id
    or held.expires_at <= clock_timestamp()
    or not exists (select 1 from pg_locks where locktype = 'advisory' and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())
      and classid = ${PRESENCE_CLASS}::oid and objid = held.process_id::oid)
  returning key`

const GIVE_BACK = `delete from lock_lease where key = any(?::text[]) and owner_id is not distinct from ?
  returning expires_at > clock_timestamp() as is_in_time`

/** Never takes a lock: one that was given back while this was on its way would be left behind. */
const RENEW = `update lock_lease set expires_at = clock_timestamp() + make_interval(secs => ?)
  where key = any(?::text[]) and owner_id = ? returning key`

/**
 * Medusa's locks, held for all processes in one table. Nothing waits inside the database, so no lock and nobody who waits
 * for one costs a connection, and `execute` and `acquire` shut each other out (ADR 12).
 */
export class PostgresLockingProvider implements ILockingProvider {
  static identifier = "merkato-postgres"

  private readonly database: Database
  private readonly logger: Logger
  private readonly presence: Presence

  constructor(container: Record<string, unknown>) {
    // Medusa's container is not typed; what lies under these keys is.
    this.database = container[ContainerRegistrationKeys.PG_CONNECTION] as Database
    this.logger = container[ContainerRegistrationKeys.LOGGER] as Logger
    this.presence = new Presence(this.database, this.logger)
  }

  /** Runs a job under its locks, which are renewed as long as it runs. The job's signal tells it of one that was lost. */
  async execute<T>(
    keys: Keys,
    job: (signal?: AbortSignal) => Promise<T>,
    args: { timeout?: number; expire?: number } = {}
  ): Promise<T> {
    const ownerId = `execute:${randomUUID()}`
    const expire = Math.max(args.expire || EXECUTE_SECONDS, 1)
    await this.waitFor(keys, { ownerId, expire }, Math.max(args.timeout || EXECUTE_WAIT_SECONDS, 1))
    const renewal = this.renew(namesOf(keys), { ownerId, expire })
    try {
      return await job(renewal.signal)
    } finally {
      renewal.stop()
      await this.release(keys, { ownerId })
    }
  }

  /** Takes all of the locks or none, without waiting. @throws when one is held by another owner, or by nobody named */
  async acquire(keys: Keys, args: Owner & { expire?: number } = {}): Promise<void> {
    if (!(await this.take(namesOf(keys), args))) {
      throw new Error(`Failed to acquire lock for key "${namesOf(keys).join('", "')}"`)
    }
  }

  /** Gives back what this owner holds. False for what expired, or is another's. */
  async release(keys: Keys, { ownerId }: Owner = {}): Promise<boolean> {
    const names = namesOf(keys)
    const { rows } = await this.database.raw<{ is_in_time: boolean }>(GIVE_BACK, [names, ownerId ?? null])

    return rows.length === names.length && rows.every(({ is_in_time }) => is_in_time)
  }

  async releaseAll({ ownerId }: Owner = {}): Promise<void> {
    const which = ownerId === undefined ? "" : " where owner_id is not distinct from ?"
    await this.database.raw(`delete from lock_lease${which}`, ownerId === undefined ? [] : [ownerId])
  }

  private async take(names: string[], { ownerId, expire }: Owner & { expire?: number }): Promise<boolean> {
    await this.presence.show()
    const values = [ownerId ?? null, this.presence.id, expire || LONGEST_SECONDS, names]
    if (names.length < 2) {
      return (await this.database.raw(TAKE, values)).rows.length === names.length
    }
    const held = new Error("Another owner has one of the keys")
    try {
      await this.database.transaction(async (tx) => {
        if ((await tx.raw(TAKE, values)).rows.length < names.length) {
          throw held
        }
      })
    } catch (error) {
      if (error === held) {
        return false
      }
      throw error
    }

    return true
  }

  private async waitFor(keys: Keys, args: Owner & { expire: number }, seconds: number): Promise<void> {
    const names = namesOf(keys)
    const until = performance.now() + seconds * 1000
    for (let pause = FIRST_PAUSE_MS; !(await this.take(names, args)); ) {
      if (performance.now() >= until) {
        throw new Error("Timed-out acquiring lock.")
      }
      await sleep(pause * (0.5 + Math.random() / 2))
      pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)
    }
  }

  private renew(names: string[], { ownerId, expire }: { ownerId: string; expire: number }) {
    const lost = new AbortController()
    const timer = setInterval(
      async () => {
        try {
          const { rows } = await this.database.raw(RENEW, [expire, names, ownerId])
          if (rows.length < names.length) {
            lost.abort(new Error(`A lock was lost: "${names.join('", "')}"`))
          }
        } catch (error) {
          // The next one may get through before the lock expires.
          this.logger.warn(`A lock was not renewed: ${error}`)
        }
      },
      (expire * 1000) / 3
    ).unref()

    return { signal: lost.signal, stop: () => clearInterval(timer) }
  }
}

const namesOf = (keys: Keys): string[] => [...new Set([keys].flat())]
