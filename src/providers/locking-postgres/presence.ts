import { randomInt } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { Logger } from "@medusajs/framework/types"

/** The half of Merkato's advisory locks that says "this process lives"; the other half is the process's number. */
export const PRESENCE_CLASS = 1_835_756_395
const RECONNECT_MS = 1000
/** Between two attempts, one of which has failed. */
const RETRY_MS = 200

type Connection = {
  query: (sql: string, values: unknown[]) => Promise<unknown>
  on: (event: "end" | "error", listener: () => void) => void
  unref?: () => void
  end: () => Promise<void>
}

/** What is used of knex beyond its queries: a connection outside of its pool. */
export type Database = {
  raw: <Row>(sql: string, values: readonly unknown[]) => Promise<{ rows: Row[] }>
  transaction: <T>(work: (tx: Pick<Database, "raw">) => Promise<T>) => Promise<T>
  client: {
    acquireRawConnection: () => Promise<Connection>
    pool?: { on?: (event: "poolDestroyRequest", listener: () => void) => void }
  }
}

/**
 * Tells other processes that this one lives: a session of the database, held as long as the process runs, has a shared
 * advisory lock. It falls with the process, however that ends, and what the process has locked is free at once.
 */
export class Presence {
  readonly id = randomInt(1, 2 ** 31 - 1)
  private opening: Promise<Connection> | null = null
  private isOver = false
  private failed_at = 0

  constructor(
    private readonly database: Database,
    private readonly logger: Logger
  ) {
    database.client.pool?.on?.("poolDestroyRequest", () => {
      this.isOver = true
      this.opening?.then((connection) => connection.end()).catch(() => undefined)
    })
  }

  /** To be awaited before a lock is taken, which would count as a dead process's otherwise. */
  async show(): Promise<void> {
    this.opening ??= this.open().catch((error) => {
      this.opening = null
      this.failed_at = Date.now()
      throw error
    })
    await this.opening
  }

  private async open(): Promise<Connection> {
    // Everybody who waits for a lock asks again and again: the database is not asked as often.
    await sleep(Math.max(0, this.failed_at + RETRY_MS - Date.now()))
    const connection = await this.database.client.acquireRawConnection()
    let isLost = false
    const lost = () => {
      if (!isLost) {
        isLost = true
        this.reopen()
      }
    }
    connection.on("error", lost)
    connection.on("end", lost)
    // Shared, so that a session which the server still believes in does not shut its successor out.
    try {
      await connection.query("select pg_advisory_lock_shared($1, $2)", [PRESENCE_CLASS, this.id])
    } catch (error) {
      isLost = true
      await connection.end().catch(() => undefined)
      throw error
    }
    // A script that has done its work may end.
    connection.unref?.()

    return connection
  }

  private reopen(): void {
    if (this.isOver || !this.opening) {
      return
    }
    this.opening = null
    this.logger.warn("The session that keeps this process's locks was lost and is opened again.")
    const retry = () => {
      if (!this.isOver) {
        this.show().catch(() => setTimeout(retry, RECONNECT_MS).unref())
      }
    }
    retry()
  }
}
