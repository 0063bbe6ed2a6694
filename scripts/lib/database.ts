import { Client } from "@medusajs/framework/pg"
import type { z } from "@medusajs/framework/zod"
import { statePath } from "./paths"
import { type RunningPostgres, startPostgres } from "./postgres"
import type { Note } from "./steps"

export type Database = Pick<RunningPostgres, "url" | "stop">

/** The database of `DATABASE_URL`, or the project's own server. */
export async function openDatabase(note: Note): Promise<Database> {
  const url = process.env.DATABASE_URL
  if (!url) {
    const server = await startPostgres({
      dataDir: statePath("postgres"),
      database: "merkato",
      persistent: true,
    })
    note(`port ${server.port}`)
    return server
  }

  const { host, pathname } = new URL(url)
  await query(url, "select 1").catch((error: Error) => {
    throw new Error(`The database of DATABASE_URL (${host}${pathname}) cannot be reached: ${error.message}`)
  })
  note(`${host}${pathname} of DATABASE_URL`)

  return { url, stop: async () => undefined }
}

export async function query(
  url: string,
  sql: string,
  values: unknown[] = []
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** Rows of a statement, checked. */
export async function queryAs<Row>(
  url: string,
  row: z.ZodType<Row>,
  sql: string,
  values: unknown[] = []
): Promise<Row[]> {
  return row.array().parse(await query(url, sql, values))
}
