import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { Context } from "@medusajs/framework/types"

/**
 * Runs one parameterised statement (`?` for each value) in the transaction that the context carries, or on its
 * own. For what Medusa's generated methods cannot say: ON CONFLICT, conditions on the row's own state, locks.
 */
export async function queryRows<Row = Record<string, unknown>>(
  context: Context,
  sql: string,
  values: unknown[] = []
): Promise<Row[]> {
  const manager = (context.transactionManager ?? context.manager) as SqlEntityManager | undefined
  if (!manager) {
    throw new RangeError("queryRows needs a context with a manager: decorate the method")
  }

  return await manager.execute(sql, values as unknown[])
}

/** One INSERT for all rows, which all have the columns of the first; no statement when there is none. */
export async function insertRows<Row = Record<string, unknown>>(
  context: Context,
  table: string,
  rows: Record<string, unknown>[],
  suffix = ""
): Promise<Row[]> {
  const columns = Object.keys(rows[0] ?? {})
  if (!columns.length) {
    return []
  }
  const tuple = `(${columns.map(() => "?").join(", ")})`

  return queryRows<Row>(
    context,
    `insert into ${table} (${columns.join(", ")}) values ${rows.map(() => tuple).join(", ")} ${suffix}`,
    rows.flatMap((row) => columns.map((column) => row[column]))
  )
}

/**
 * Selects columns of rows that are given as one JSON parameter, for an INSERT inside a larger statement; whatever
 * follows joins them (`rowsFromJson("vendor_order", columns) + ", fresh"`).
 */
export function rowsFromJson(table: string, columns: string[]): string {
  const selected = columns.map((column) => `row.${column}`).join(", ")

  return `select ${selected} from jsonb_populate_recordset(null::${table}, ?::jsonb) as row`
}
