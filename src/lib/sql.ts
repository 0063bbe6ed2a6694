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
