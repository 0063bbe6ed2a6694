import type { Client } from "@medusajs/framework/pg"
import type { KeyRing } from "../../src/lib/key-ring"

/** Every column that holds ciphertexts of the key ring is named so. */
const CIPHERTEXT_COLUMNS = `select table_name, column_name from information_schema.columns
  where table_schema = current_schema() and column_name like '%\\_ciphertext' order by 1, 2`

const BATCH = 200

export type RotationCount = {
  table: string
  column: string
  rotated: number
  /** Changed by somebody else meanwhile, and so written with the server's own key. */
  overtaken: number
  /** Do not open: their key is not in the ring, or they were moved or changed. Nothing was done to them. */
  unreadable: string[]
}

type Rotation = {
  client: Client
  ring: KeyRing
  /** Rows read at a time; each row is a statement and a commit of its own, so a crash loses nothing. */
  batch?: number
}

/** Encrypts everything anew that the first key did not write. Safe beside running servers, and to be run again. */
export async function rotateAll(rotation: Rotation): Promise<RotationCount[]> {
  const { rows } = await rotation.client.query<{ table_name: string; column_name: string }>(
    CIPHERTEXT_COLUMNS
  )
  const counts: RotationCount[] = []
  for (const { table_name, column_name } of rows) {
    counts.push(await rotateColumn(rotation, table_name, column_name))
  }

  return counts
}

async function rotateColumn(
  { client, ring, batch = BATCH }: Rotation,
  table: string,
  column: string
): Promise<RotationCount> {
  const count: RotationCount = { table, column, rotated: 0, overtaken: 0, unreadable: [] }
  const [tableName, columnName] = [client.escapeIdentifier(table), client.escapeIdentifier(column)]
  for (let after = ""; ; ) {
    const { rows } = await client.query<{ id: string; sealed: string }>(
      `select id, ${columnName} as sealed from ${tableName}
       where id > $1 and ${columnName} is not null and not starts_with(${columnName}, $2)
       order by id limit $3`,
      [after, ring.current_prefix, batch]
    )
    for (const { id, sealed } of rows) {
      const renewed = renew(ring, sealed, { table, column, row_id: id })
      if (renewed === null) {
        count.unreadable.push(id)
        continue
      }
      // The old ciphertext in the condition: what a server has written since is not written over.
      const { rowCount } = await client.query(
        `update ${tableName} set ${columnName} = $1 where id = $2 and ${columnName} = $3`,
        [renewed, id, sealed]
      )
      count[rowCount ? "rotated" : "overtaken"] += 1
    }
    const last = rows.at(-1)
    if (!last) {
      return count
    }
    after = last.id
  }
}

function renew(ring: KeyRing, sealed: string, place: Parameters<KeyRing["seal"]>[1]): string | null {
  try {
    return ring.seal(ring.open(sealed, place), place)
  } catch {
    return null
  }
}

export function describeRotation(counts: RotationCount[]): string {
  const lines = counts.map(({ table, column, rotated, overtaken, unreadable }) => {
    const failed = unreadable.length
      ? `, ${unreadable.length} UNREADABLE (${unreadable.slice(0, 5).join(", ")})`
      : ""

    return `${table}.${column}: ${rotated} encrypted anew, ${overtaken} overtaken${failed}`
  })

  return lines.length ? lines.join("\n") : "There is no column with ciphertexts."
}
