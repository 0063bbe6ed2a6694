import { setTimeout as sleep } from "node:timers/promises"
import { Client } from "pg"

const LOCK = 47_110_815
const WAITING = `select 1 from pg_locks where not granted
  and database = (select oid from pg_database where datname = current_database())`

type Held = {
  /** Somebody has come there and waits. */
  reached: () => Promise<void>
  release: () => Promise<void>
}

/**
 * From now on whoever writes a row of a table that fits waits, as if the process had been stopped there, until it is
 * released. The rest of the table stays free, as no lock of a table would leave it.
 */
export function holdRows(
  databaseUrl: string,
  { table, condition = "true" }: { table: string; condition?: string }
): Promise<Held> {
  return hold(databaseUrl, [
    `select pg_advisory_lock(${LOCK})`,
    `create function hold_row() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(${LOCK});
        return new;
      end $$`,
    `create trigger hold_row after insert or update on ${table}
      for each row when (${condition}) execute function hold_row()`,
  ])
}

/** The same for whoever reads or writes anything of a table. */
export const holdTable = (databaseUrl: string, table: string): Promise<Held> =>
  hold(databaseUrl, ["begin", `lock table ${table} in access exclusive mode`])

async function hold(databaseUrl: string, statements: string[]): Promise<Held> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (const statement of statements) {
      await client.query(statement)
    }
  } catch (error) {
    await client.end()
    throw error
  }

  return {
    reached: async () => {
      for (let tries = 0; tries < 600; tries += 1) {
        if ((await client.query(WAITING)).rowCount) {
          return
        }
        await sleep(50)
      }
      throw new Error("nobody came to what is held")
    },
    release: () => client.end(),
  }
}
